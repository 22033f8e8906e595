/* Words in the files of a translation unit that are the user's, as they are written. */
#ifndef PPCC_FRONTEND_MENTIONS_H
#define PPCC_FRONTEND_MENTIONS_H

#include "internal.h"

/* A file of the user's: the main file, or a header that is none of the library's. */
struct user_file {
    CXFile file;
    const char *text;
    size_t length;
};

struct user_files {
    LIST_OF(struct user_file) list; /* the main file first */
};

/* Files that exist in memory alone, and are nobody's. */
#define OWN_HEADERS "/ppcc/"
#define MACROS_PATH OWN_HEADERS "predefined.h"

struct user_files *user_files_of(struct frontend *frontend, CXTranslationUnit tu);

/* The length of the name that TEXT begins with. */
size_t word_length(const char *text);

/* Is NAME defined in MACROS, which are lines of #define? */
bool macros_define(const char *macros, const char *name);

/*
 * The first word of FILE that begins with one of STARTS (NULL ends them), or is defined in MACROS,
 * which may be NULL. Only words that begin with two underscores are looked at. NULL: there is none.
 */
const char *mention_find(const struct user_file *file, const char *const *starts,
                         const char *macros);

/* The same in any of the files. */
bool mention_is_any(const struct user_files *files, const char *const *starts, const char *macros);

/* Is one of NAMES (NULL ends them) used in a file of the user's, in code or a directive? Comments
 * and strings do not count. */
bool mention_is_name(struct frontend *frontend, CXTranslationUnit tu, const char *const *names);

#endif
