/*
 * The translated text is compiled in a folder of its own, with -iquote for that of the source. That
 * folder is then looked through for the headers of headers, too, which the source's own compilation
 * does not do: `#include "x.h"` in inc/y.h is x.h beside y.h, else that of an -I, and never the one
 * beside the source. Where there is one the compiler would read another file than was analysed.
 */
#include "../paths.h"
#include "scan.h"

#include <string.h>
#include <sys/stat.h>

struct shadows {
    struct frontend *frontend;
    const struct scan *scans;
    size_t scan_count;
    struct diags *diags;
    const char *folder; /* of the main file, with its '/' */
};

static bool is_same(const char *path, const char *other)
{
    struct stat a, b;
    return stat(path, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

/* Folders of quoted names are looked through alone. */
static bool is_quoted(const struct shadows *shadows, const struct stretch *in)
{
    const struct scan *scan = scan_of(shadows->scans, shadows->scan_count, in->file);
    return scan && in->end <= scan->length &&
           !memchr(scan->text + in->start, '<', in->end - in->start);
}

static enum CXChildVisitResult check_inclusion(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct shadows *shadows = data;
    struct frontend *frontend = shadows->frontend;
    struct arena *arena = frontend->arena;
    CXSourceLocation location = clang_getCursorLocation(cursor);
    if (cursor.kind != CXCursor_InclusionDirective || clang_Location_isFromMainFile(location))
        return CXChildVisit_Continue;
    CXFile to = clang_getIncludedFile(cursor);
    struct stretch in = stretch_of(cursor);
    const char *name = take_string(arena, clang_getCursorSpelling(cursor));
    if (!in.file || !to || *name == '/' || !is_quoted(shadows, &in))
        return CXChildVisit_Continue;
    const char *read = take_string(arena, clang_getFileName(to));
    const char *own = folder_prefix(arena, take_string(arena, clang_getFileName(in.file)));
    const char *beside_main = arena_printf(arena, "%s%s", shadows->folder, name);
    struct stat found;
    if (is_same(read, arena_printf(arena, "%s%s", own, name)) || stat(beside_main, &found) < 0 ||
        is_same(read, beside_main))
        return CXChildVisit_Continue;
    struct place place = place_of_location(frontend, location);
    diag_add(shadows->diags, SEVERITY_ERROR, DIAG_NOT_IMPLEMENTED, &place, in.end,
             "this is '%s', but for a translated source it would be '%s'; call one of them by "
             "another name",
             read, beside_main);
    return CXChildVisit_Continue;
}

void check_shadows(struct frontend *frontend, const struct scan *scans, size_t count,
                   struct diags *diags)
{
    struct shadows shadows = {frontend, scans, count, diags,
                              folder_prefix(frontend->arena, frontend->file)};
    if (!frontend->directory)
        clang_visitChildren(clang_getTranslationUnitCursor(frontend->tu), check_inclusion,
                            &shadows);
}
