/*
 * Draws source lines on a terminal. What makes it more than printing bytes: a tab goes to the next
 * multiple of eight columns, characters of East Asian scripts are two columns wide and combining
 * marks none, bytes that are no UTF-8 and control characters are shown as <1B> so that a file can
 * neither shift the caret nor send commands to the terminal, and of a very long line only the
 * surroundings of the caret are shown.
 *
 * A line is first turned into cells (render_line): the text to print, and for each of its bytes the
 * screen column at which it starts. Everything that is drawn below it looks its column up there.
 */
#include "snippet.h"

#include "buf.h"

#include <stdint.h>
#include <string.h>

enum { TAB_STOP = 8, LONG_LINE = 240, BEFORE_CARET = 80, BEHIND_CARET = 120 };

struct snippet_source {
    const char *file;
    const char *text; /* NULL: cannot be read */
    size_t length;
};

/* ---- files -------------------------------------------------------------------------------- */

static struct snippet_source *add_source(struct snippet_sources *sources, const char *file,
                                         const char *text, size_t length)
{
    struct snippet_source *source = ARENA_NEW(sources->arena, struct snippet_source);
    *source = (struct snippet_source){file, text, length};
    LIST_PUSH(sources->arena, sources->list, source);
    return source;
}

void snippet_sources_init(struct snippet_sources *sources, struct arena *arena,
                          const struct unit *unit)
{
    *sources = (struct snippet_sources){.arena = arena, .unit = unit};
    bool is_as_it_is = unit && unit->text && !unit->names.list.count;
    if (is_as_it_is)
        add_source(sources, unit->path, unit->text, unit->length);
}

static const struct snippet_source *get_source(struct snippet_sources *sources, const char *file)
{
    for (size_t k = 0; k < sources->list.count; k++)
        if (strcmp(sources->list.items[k]->file, file) == 0)
            return sources->list.items[k];
    struct buf bytes = {0};
    const char *text = NULL;
    if (buf_read_file(&bytes, file) == 0)
        text = arena_strndup(sources->arena, buf_text(&bytes), bytes.length);
    struct snippet_source *source = add_source(sources, file, text, bytes.length);
    buf_release(&bytes);
    return source;
}

/* ---- characters --------------------------------------------------------------------------- */

struct character {
    uint32_t code;
    unsigned length; /* in bytes; 0: not UTF-8 */
};

static struct character decode(const char *text, size_t left)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *bytes = (const unsigned char *)text;
    const struct character invalid = {0, 0};
    unsigned length = bytes[0] < 0x80 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4;
    if (length == 1)
        return (struct character){bytes[0], 1};
    if (bytes[0] < 0xC2 || bytes[0] > 0xF4 || left < length)
        return invalid;
    uint32_t code = bytes[0] & (0xFFu >> (length + 1));
    for (unsigned k = 1; k < length; k++) {
        if ((bytes[k] & 0xC0) != 0x80)
            return invalid;
        code = code << 6 | (bytes[k] & 0x3F);
    }
    bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < least[length] || is_surrogate || code > 0x10FFFF
               ? invalid
               : (struct character){code, length};
}

struct range {
    uint32_t first, last;
};

static bool in_ranges(uint32_t code, const struct range *ranges, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (code >= ranges[k].first && code <= ranges[k].last)
            return true;
    return false;
}

static bool is_printable(uint32_t code)
{
    static const struct range controls[] = {
        {0x00, 0x1F}, {0x7F, 0x9F}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069},
    };
    return !in_ranges(code, controls, sizeof controls / sizeof *controls);
}

/* Columns of a printable character, after Unicode's East Asian Width and general category Mn. */
static unsigned width_of(uint32_t code)
{
    static const struct range marks[] = {
        {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
        {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
        {0x200B, 0x200D}, {0x20D0, 0x20F0}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
    };
    static const struct range wide[] = {
        {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2E80, 0x303E},   {0x3041, 0x4DBF},
        {0x4E00, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
    };
    if (code < 0x300)
        return 1;
    if (in_ranges(code, marks, sizeof marks / sizeof *marks))
        return 0;
    return in_ranges(code, wide, sizeof wide / sizeof *wide) ? 2 : 1;
}

/* ---- one line ----------------------------------------------------------------------------- */

/* The bytes [start, end) of a file as they are shown. */
struct cells {
    size_t start, end;
    struct buf text;
    unsigned
        *columns; /* end - start + 1 of them: where each byte begins, and where the last ends */
};

static unsigned column_of(const struct cells *cells, size_t offset)
{
    if (offset < cells->start)
        offset = cells->start;
    if (offset > cells->end)
        offset = cells->end;
    return cells->columns[offset - cells->start];
}

/* Add one character of the file; returns the number of its bytes, and moves COLUMN. */
static unsigned render_character(struct buf *text, const char *bytes, size_t left, unsigned *column)
{
    struct character character = decode(bytes, left);
    if (character.length == 1 && character.code == '\t') {
        unsigned blanks = TAB_STOP - *column % TAB_STOP;
        buf_printf(text, "%*s", (int)blanks, "");
        *column += blanks;
        return 1;
    }
    if (character.length > 0 && is_printable(character.code)) {
        buf_add(text, bytes, character.length);
        *column += width_of(character.code);
        return character.length;
    }
    unsigned length = character.length ? character.length : 1;
    for (unsigned k = 0; k < length; k++)
        buf_printf(text, "<%02X>", (unsigned char)bytes[k]);
    *column += 4 * length;
    return length;
}

void snippet_print_text(FILE *stream, const char *text)
{
    struct buf line = {0};
    unsigned column = 0;
    for (size_t at = 0, length = strlen(text); at < length;)
        at += render_character(&line, text + at, length - at, &column);
    fputs(buf_text(&line), stream);
    buf_release(&line);
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* A position near OFFSET, at most three bytes before it, that does not split a character. */
static size_t at_character(const char *text, size_t first, size_t offset)
{
    for (int k = 0; k < 3 && offset > first && is_continuation(text[offset]); k++)
        offset--;
    return offset;
}

static void find_line(const struct snippet_source *source, size_t offset, size_t *first,
                      size_t *last)
{
    const char *text = source->text;
    const char *before = memrchr(text, '\n', offset);
    const char *behind = memchr(text + offset, '\n', source->length - offset);
    *first = before ? (size_t)(before - text) + 1 : 0;
    *last = behind ? (size_t)(behind - text) : source->length;
    if (*last > *first && text[*last - 1] == '\r')
        (*last)--;
}

/* Where a line begins; false when there are fewer. */
static bool find_start(const struct snippet_source *source, unsigned line, size_t *start)
{
    const char *at = source->text, *end = source->text + source->length;
    for (; line > 1 && at; line--) {
        at = memchr(at, '\n', (size_t)(end - at));
        at = at ? at + 1 : NULL;
    }
    *start = at ? (size_t)(at - source->text) : 0;
    return at != NULL;
}

/* Finds PLACE in its file. Its offset is one in the text of a unit, which the file may be a part
 * of: then line and column tell. */
static bool find_place(const struct snippet_sources *sources, const struct snippet_source *source,
                       const struct place *place, size_t *offset)
{
    if (!source->text)
        return false;
    const struct unit *unit = sources->unit;
    bool is_direct = !place->main || (unit && unit->text == source->text);
    size_t start = place->offset;
    if (!is_direct && find_start(source, place->line, &start))
        start += place->column - 1;
    *offset = start;
    return start <= source->length;
}

static struct cells render_line(struct arena *arena, const struct snippet_source *source,
                                size_t caret)
{
    const char *text = source->text;
    struct cells cells = {0};
    size_t first, last;
    find_line(source, caret, &first, &last);
    cells.start = first;
    cells.end = last;
    if (last - first > LONG_LINE && caret > first + BEFORE_CARET)
        cells.start = at_character(text, first, caret - BEFORE_CARET);
    if (last - first > LONG_LINE && last > caret && last - caret > BEHIND_CARET)
        cells.end = at_character(text, cells.start, caret + BEHIND_CARET);
    cells.columns = arena_alloc(arena, (cells.end - cells.start + 1) * sizeof *cells.columns);
    unsigned column = 0;
    if (cells.start > first) {
        buf_puts(&cells.text, "...");
        column = 3;
    }
    for (size_t at = cells.start; at < cells.end;) {
        unsigned before = column;
        unsigned length = render_character(&cells.text, text + at, cells.end - at, &column);
        for (unsigned k = 0; k < length; k++)
            cells.columns[at++ - cells.start] = before;
    }
    cells.columns[cells.end - cells.start] = column;
    if (cells.end < last)
        buf_puts(&cells.text, "...");
    return cells;
}

struct columns snippet_columns(struct snippet_sources *sources, const struct place *place,
                               unsigned length)
{
    struct columns columns = {place->column + length, place->column + length,
                              place->column + length};
    const struct snippet_source *source = get_source(sources, place->file);
    size_t offset;
    if (!find_place(sources, source, place, &offset))
        return columns;
    size_t first, last;
    find_line(source, offset, &first, &last);
    struct buf shown = {0};
    unsigned screen = 0, characters = 0;
    for (size_t at = first; at < offset + length && at < last; characters++)
        at += render_character(&shown, source->text + at, last - at, &screen);
    buf_release(&shown);
    columns.character = characters + 1;
    columns.screen = screen + 1;
    return columns;
}

/* ---- below the line ----------------------------------------------------------------------- */

static void add_marks(struct buf *line, const struct cells *cells, size_t caret, size_t end)
{
    unsigned from = column_of(cells, caret);
    unsigned to = end > caret ? column_of(cells, end) : from;
    buf_printf(line, "%*s^", (int)from, "");
    for (unsigned k = from + 1; k < to; k++)
        buf_puts(line, "~");
}

static bool is_on_line(const struct diag_fixit *fixit, const struct cells *cells, size_t shift)
{
    return fixit->start + shift >= cells->start && fixit->end + shift <= cells->end &&
           !strchr(fixit->replacement, '\n');
}

static void add_fixit(struct buf *line, const struct diag_fixit *fixit, const struct cells *cells,
                      size_t shift)
{
    unsigned column = column_of(cells, fixit->start + shift);
    if (!*fixit->replacement)
        return;
    if (line->length < column)
        buf_printf(line, "%*s", (int)(column - line->length), "");
    else if (line->length > 0)
        buf_puts(line, " ");
    buf_puts(line, fixit->replacement);
}

static int digits(unsigned number)
{
    int count = 1;
    for (; number >= 10; number /= 10)
        count++;
    return count;
}

static void print_below(FILE *stream, int gutter, struct color color, struct buf *line)
{
    if (line->length > 0)
        fprintf(stream, "%*s | %s%s%s\n", gutter, "", color.on, buf_text(line), color.off);
    buf_release(line);
}

void snippet_print(struct snippet_sources *sources, FILE *stream, const struct place *place,
                   unsigned end, struct color marks_color, struct color inserted,
                   const struct diag_fixit *fixits, size_t fixit_count, bool *shown)
{
    if (place->line == 0 || !place->file)
        return;
    const struct snippet_source *source = get_source(sources, place->file);
    size_t offset;
    if (!find_place(sources, source, place, &offset))
        return;
    size_t shift = offset - place->offset; /* from the unit's text to the file; may wrap */
    struct cells cells = render_line(sources->arena, source, offset);
    int gutter = digits(place->line) > 5 ? digits(place->line) : 5;
    fprintf(stream, "%*u | %s\n", gutter, place->line, buf_text(&cells.text));
    struct buf marks = {0}, replacements = {0};
    add_marks(&marks, &cells, offset, end > place->offset ? end + shift : 0);
    bool is_main = place->main && (!sources->unit || place_is_in(sources->unit, place));
    for (size_t k = 0; k < fixit_count && is_main; k++) {
        if (shown[k] || !is_on_line(&fixits[k], &cells, shift))
            continue;
        shown[k] = true;
        add_fixit(&replacements, &fixits[k], &cells, shift);
    }
    print_below(stream, gutter, marks_color, &marks);
    print_below(stream, gutter, inserted, &replacements);
    buf_release(&cells.text);
}
