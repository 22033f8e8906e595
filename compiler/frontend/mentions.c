/*
 * Conditions are not looked into: a word counts wherever it stands, mostly in a comment, too. That
 * is for questions whose answer costs time, or whose wrong answer is a refusal.
 */
#include "mentions.h"

#include <ctype.h>
#include <string.h>

static bool is_in_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

size_t word_length(const char *text)
{
    size_t length = 0;
    while (is_in_word(text[length]))
        length++;
    return length;
}

bool macros_define(const char *macros, const char *name)
{
    static const char define[] = "#define ";
    size_t length = strlen(name), before = strlen(define);
    for (const char *at = macros; (at = strstr(at, name)); at += length)
        if (at >= macros + before && !memcmp(at - before, define, before) &&
            !is_in_word(at[length]))
            return true;
    return false;
}

/* ---- files -------------------------------------------------------------------------------- */

struct collection {
    struct frontend *frontend;
    CXTranslationUnit tu;
    struct user_files *files;
};

static bool starts_with(const char *text, const char *start)
{
    return start && strncmp(text, start, strlen(start)) == 0;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* Is FILE a header of the system's? What one includes, at BY, is another one; so libclang need not
 * look for the start of the file, which takes it long. BY may be NULL. */
static bool is_of_system(const struct collection *collection, CXFile file,
                         const CXSourceLocation *by)
{
    return (by && clang_Location_isInSystemHeader(*by)) ||
           clang_Location_isInSystemHeader(clang_getLocationForOffset(collection->tu, file, 0));
}

/* Neither ours, nor the library's, nor clang's own. What -isystem finds elsewhere is as good as the
 * user's. */
static bool is_of_user(const struct collection *collection, CXFile file, const CXSourceLocation *by)
{
    const char *name = take_string(collection->frontend->arena, clang_getFileName(file));
    if (starts_with(name, OWN_HEADERS))
        return false;
    bool is_elsewhere =
        !(starts_with(name, "/usr/") || starts_with(name, collection->frontend->own_folder) ||
          ends_with(name, "/ppar.h"));
    return is_elsewhere || !is_of_system(collection, file, by);
}

static void add_file(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    struct collection *collection = data;
    struct user_file user = {.file = file};
    for (size_t k = 0; k < collection->files->list.count; k++)
        if (clang_File_isEqual(collection->files->list.items[k].file, file))
            return;
    if (is_of_user(collection, file, depth ? stack : NULL))
        user.text = clang_getFileContents(collection->tu, file, &user.length);
    if (user.text)
        LIST_PUSH(collection->frontend->arena, collection->files->list, user);
}

/* Kept, since libclang looks through all that was included to find the start of each file. */
struct user_files *user_files_of(struct frontend *frontend, CXTranslationUnit tu)
{
    if (frontend->user_tu == tu)
        return frontend->user_files;
    struct collection collection = {frontend, tu, ARENA_NEW(frontend->arena, struct user_files)};
    clang_getInclusions(tu, add_file, &collection);
    frontend->user_tu = tu;
    return frontend->user_files = collection.files;
}

/* ---- words -------------------------------------------------------------------------------- */

static bool is_wanted(const char *word, size_t length, const char *const *starts,
                      const char *macros)
{
    char name[128];
    for (; *starts; starts++)
        if (strncmp(word, *starts, strlen(*starts)) == 0)
            return true;
    if (!macros || length >= sizeof name)
        return false;
    memcpy(name, word, length);
    name[length] = '\0';
    return macros_define(macros, name);
}

const char *mention_find(const struct user_file *file, const char *const *starts,
                         const char *macros)
{
    const char *at = file->text, *end = file->text + file->length;
    while ((at = memmem(at, (size_t)(end - at), "__", 2))) {
        size_t length = word_length(at);
        bool is_start = at == file->text || !is_in_word(at[-1]);
        if (is_start && is_wanted(at, length, starts, macros))
            return at;
        at += length;
    }
    return NULL;
}

bool mention_is_any(const struct user_files *files, const char *const *starts, const char *macros)
{
    for (size_t k = 0; k < files->list.count; k++)
        if (mention_find(&files->list.items[k], starts, macros))
            return true;
    return false;
}

static bool is_one_of(const char *const *names, const char *word)
{
    while (*names && strcmp(*names, word) != 0)
        names++;
    return *names;
}

static bool has_name(CXTranslationUnit tu, const struct user_file *file, const char *const *names)
{
    CXToken *tokens = NULL;
    unsigned count = 0;
    bool found = false;
    CXSourceLocation end = clang_getLocationForOffset(tu, file->file, (unsigned)file->length);
    clang_tokenize(tu, clang_getRange(clang_getLocationForOffset(tu, file->file, 0), end), &tokens,
                   &count);
    for (unsigned k = 0; k < count && !found; k++) {
        CXString word = clang_getTokenSpelling(tu, tokens[k]);
        found = is_one_of(names, clang_getCString(word));
        clang_disposeString(word);
    }
    clang_disposeTokens(tu, tokens, count);
    return found;
}

bool mention_is_name(struct frontend *frontend, CXTranslationUnit tu, const char *const *names)
{
    const struct user_files *files = user_files_of(frontend, tu);
    for (size_t k = 0; k < files->list.count; k++) {
        const struct user_file *file = &files->list.items[k];
        for (const char *const *name = names; *name; name++)
            if (memmem(file->text, file->length, *name, strlen(*name)) && has_name(tu, file, names))
                return true;
    }
    return false;
}
