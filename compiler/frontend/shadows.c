/*
 * The translated text is compiled in a folder of its own, with -iquote for that of the source. That
 * folder is then looked through for the headers of headers, too, which the source's own compilation
 * does not do: `#include "x.h"` in inc/y.h is x.h beside y.h, else that of an -I, and never the one
 * beside the source. Where there is one the compiler would read another file than was analysed.
 */
#include "internal.h"

#include <string.h>
#include <sys/stat.h>

struct shadows {
    struct frontend *frontend;
    struct diags *diags;
    const char *folder; /* of the main file, with its '/' */
};

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return arena_strndup(arena, path, slash ? (size_t)(slash - path) + 1 : 0);
}

static bool is_same(const char *path, const char *other)
{
    struct stat a, b;
    return stat(path, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

/* The X of `#include "X"`, or NULL. */
static const char *quoted_name(struct shadows *shadows, CXFile file, unsigned start, unsigned end)
{
    size_t length = 0;
    const char *text = clang_getFileContents(shadows->frontend->tu, file, &length);
    const char *open = text && end <= length ? memchr(text + start, '"', end - start) : NULL;
    return open ? arena_strndup(shadows->frontend->arena, open + 1, strcspn(open + 1, "\"")) : NULL;
}

static enum CXChildVisitResult check_inclusion(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct shadows *shadows = data;
    struct frontend *frontend = shadows->frontend;
    CXSourceRange range = clang_getCursorExtent(cursor);
    CXSourceLocation location = clang_getRangeStart(range);
    if (cursor.kind != CXCursor_InclusionDirective || clang_Location_isFromMainFile(location))
        return CXChildVisit_Continue;
    CXFile from = NULL, to = clang_getIncludedFile(cursor);
    unsigned start, end;
    clang_getExpansionLocation(location, &from, NULL, NULL, &start);
    clang_getExpansionLocation(clang_getRangeEnd(range), NULL, NULL, NULL, &end);
    const char *name = from && to ? quoted_name(shadows, from, start, end) : NULL;
    if (!name || *name == '/')
        return CXChildVisit_Continue;
    struct arena *arena = frontend->arena;
    const char *read = take_string(arena, clang_getFileName(to));
    const char *own = folder_of(arena, take_string(arena, clang_getFileName(from)));
    const char *beside_main = arena_printf(arena, "%s%s", shadows->folder, name);
    struct stat found;
    if (is_same(read, arena_printf(arena, "%s%s", own, name)) || stat(beside_main, &found) < 0 ||
        is_same(read, beside_main))
        return CXChildVisit_Continue;
    struct place place = place_of_location(frontend, location);
    diag_add(shadows->diags, SEVERITY_ERROR, DIAG_NOT_IMPLEMENTED, &place, end,
             "this is '%s', but for a translated source it would be '%s'; call one of them by "
             "another name",
             read, beside_main);
    return CXChildVisit_Continue;
}

void check_shadows(struct frontend *frontend, struct diags *diags)
{
    struct shadows shadows = {frontend, diags, folder_of(frontend->arena, frontend->file)};
    if (!frontend->directory)
        clang_visitChildren(clang_getTranslationUnitCursor(frontend->tu), check_inclusion,
                            &shadows);
}
