/*
 * Conditions are not looked into: a word counts wherever it stands, in a comment, too. That is for
 * questions whose answer costs time, or whose wrong answer is a refusal.
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
    struct arena *arena;
    CXTranslationUnit tu;
    struct user_files *files;
};

/* Neither the system's nor ours. */
static bool is_of_user(CXTranslationUnit tu, CXFile file)
{
    CXString name = clang_getFileName(file);
    bool is_ours = strcmp(clang_getCString(name), MACROS_PATH) == 0;
    clang_disposeString(name);
    return !is_ours && !clang_Location_isInSystemHeader(clang_getLocationForOffset(tu, file, 0));
}

static void add_file(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    (void)depth;
    struct collection *collection = data;
    struct user_file user = {.file = file};
    for (size_t k = 0; k < collection->files->list.count; k++)
        if (clang_File_isEqual(collection->files->list.items[k].file, file))
            return;
    if (is_of_user(collection->tu, file))
        user.text = clang_getFileContents(collection->tu, file, &user.length);
    if (user.text)
        LIST_PUSH(collection->arena, collection->files->list, user);
}

struct user_files *user_files_of(struct arena *arena, CXTranslationUnit tu)
{
    struct collection collection = {arena, tu, ARENA_NEW(arena, struct user_files)};
    clang_getInclusions(tu, add_file, &collection);
    return collection.files;
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
