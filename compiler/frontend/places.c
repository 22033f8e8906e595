/*
 * Where a cursor's text stands in the file that the user wrote.
 *
 * Text from a macro stands where the outermost macro is used: it starts at the macro's name and
 * ends behind its last byte, the argument list included. clang's extents need help at the end. When
 * the last token comes out of a macro's body, clang_getCursorExtent already gives the end of the
 * macro's use; when it comes out of a macro's argument, the end is a location inside the expansion,
 * which reads as the start of the macro. The two views of a location tell: "expansion" and "file"
 * differ exactly for text of arguments.
 *
 * An expression may be cut out of the text when its first and last tokens are both written there,
 * or are the first and last token of a whole macro. The latter is known for a single token and for
 * parentheses, when the macro's body is that token or that pair of parentheses; a larger expression
 * inherits it from the operand at that end (exprs.c). So i < N is whole when N is 100 or (A * B),
 * and is not when N is A + B.
 */
#include "internal.h"

#include <string.h>

/* ---- files -------------------------------------------------------------------------------- */

/* Good until the next one is asked for. */
static struct file_name *file_name(struct convert *convert, CXFile file)
{
    for (size_t i = 0; i < convert->files.count; i++)
        if (convert->files.items[i].file == file)
            return &convert->files.items[i];
    struct file_name name = {.file = file};
    name.main = clang_File_isEqual(file, convert->main_file) ? convert->unit->path : NULL;
    name.name = name.main ? name.main : included_name(convert->frontend, file);
    LIST_PUSH(convert->arena, convert->files, name);
    return &convert->files.items[convert->files.count - 1];
}

const char *file_text(struct convert *convert, CXFile file, size_t *length)
{
    struct file_name *name = file_name(convert, file);
    if (!name->is_read) {
        name->is_read = true;
        name->text = clang_getFileContents(convert->tu, file, &name->length);
    }
    *length = name->length;
    return name->text;
}

struct place place_of(struct convert *convert, CXSourceLocation location)
{
    struct place place = {0};
    CXFile file = NULL;
    clang_getExpansionLocation(location, &file, NULL, NULL, &place.offset);
    if (!file)
        return (struct place){0};
    const struct file_name *name = file_name(convert, file);
    if (name->main)
        return main_place(convert->frontend, place.offset);
    place.file = name->name;
    clang_getExpansionLocation(location, NULL, &place.line, &place.column, NULL);
    return place;
}

/* ---- cursors ------------------------------------------------------------------------------ */

static bool is_cursor(const CXCursor *a, const CXCursor *b)
{
    return a->kind == b->kind && a->data[0] == b->data[0] && a->data[1] == b->data[1];
}

struct known_cursor *known_of(struct convert *convert, CXCursor cursor)
{
    uintptr_t address = (uintptr_t)cursor.data[0] ^ (uintptr_t)cursor.data[1];
    struct known_cursor *known = &convert->known[(address >> 3 ^ address >> 9) % KNOWN_CURSORS];
    if (!is_cursor(&known->cursor, &cursor))
        *known = (struct known_cursor){.cursor = cursor};
    return known;
}

CXSourceRange extent_of(struct convert *convert, CXCursor cursor)
{
    struct known_cursor *known = known_of(convert, cursor);
    if (!known->has_extent) {
        known->has_extent = true;
        known->extent = clang_getCursorExtent(cursor);
    }
    return known->extent;
}

/* ---- spans -------------------------------------------------------------------------------- */

void places_init(struct convert *convert)
{
    struct file_name main_file = {
        .file = convert->main_file, .name = convert->unit->path, .main = convert->unit->path};
    LIST_PUSH(convert->arena, convert->files, main_file);
}

/* In which text PLACE is, whatever #line calls its file. */
static bool is_same_file(struct convert *convert, CXFile file, const struct place *place)
{
    const struct file_name *name = file_name(convert, file);
    return place->main ? name->main != NULL : name->name == place->file;
}

static void span_find_end(struct convert *convert, struct span *span, CXSourceLocation last)
{
    CXFile file = NULL;
    unsigned in_file;
    clang_getExpansionLocation(last, &file, NULL, NULL, &span->end);
    clang_getFileLocation(last, NULL, NULL, NULL, &in_file);
    span->is_one = file && is_same_file(convert, file, &span->place);
    if (!span->is_one || span->end < span->place.offset)
        span->end = span->place.offset;
    if (!span->is_one || !span->place.main)
        return;
    bool is_argument = in_file != span->end;
    if (is_argument)
        span->ends_in = macro_find(convert, span->end);
    else if (span->end)
        span->ends_in = macro_find(convert, span->end - 1);
    if (span->ends_in)
        span->end = span->ends_in->end;
    else if (is_argument)
        span->is_one = false;
}

struct span span_of(struct convert *convert, CXCursor cursor)
{
    CXSourceRange range = extent_of(convert, cursor);
    if (clang_equalRanges(range, convert->last_range)) /* a conversion's is that of its operand */
        return convert->last_span;
    struct span span = {.first = clang_getRangeStart(range)};
    span.place = place_of(convert, span.first);
    if (span.place.main)
        span.starts_in = macro_find(convert, span.place.offset);
    if (span.place.file)
        span_find_end(convert, &span, clang_getRangeEnd(range));
    convert->last_range = range;
    convert->last_span = span;
    return span;
}

bool span_is_whole(struct convert *convert, const struct span *span)
{
    if (!span->is_one || !span->place.main)
        return false;
    if (!span->starts_in && !span->ends_in)
        return true;
    return span->starts_in && span->starts_in == span->ends_in &&
           span->place.offset == span->starts_in->start &&
           macro_starts_closed(convert, span->starts_in, span->first);
}
