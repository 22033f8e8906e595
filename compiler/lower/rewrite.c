/*
 * Splicing the edits into the user's text, which otherwise stays byte for byte. The result begins
 * with the declarations of the runtime and whatever is inserted at the very start; a #line leads
 * back to the user's first line, and another one follows every edit that changes the number of
 * lines, so that messages and debuggers speak of the user's file, or of that which a #line of the
 * user's names. Where the compiler alone reads the result, more of them give each line that was
 * made the number of the pragma, so that no breakpoint and no count of gcov's meets it elsewhere.
 */
#include "../stages.h"

#include <string.h>

static bool is_before(const struct edit *a, const struct edit *b)
{
    if (a->start != b->start)
        return a->start < b->start;
    return a->end != b->end ? a->end < b->end : a->is_innermost && !b->is_innermost;
}

/* By place; of edits at one place the one that was added last comes first, for the pieces behind
 * two nested loops that end together have to close the inner one first. Few edits: insertion. */
static void sort(struct edit *edits, size_t count)
{
    for (size_t k = 1; k < count; k++) {
        struct edit edit = edits[k];
        size_t at = k;
        while (at > 0 && !is_before(&edits[at - 1], &edit)) {
            edits[at] = edits[at - 1];
            at--;
        }
        edits[at] = edit;
    }
}

/* A byte of the text, and what its line is called. */
struct at {
    size_t offset;
    const char *file;
    unsigned line;
    size_t next_name; /* the first in unit->names that lies behind */
};

static void add_quoted(struct buf *out, const char *path)
{
    buf_puts(out, "\"");
    for (const char *p = path; *p; p++) {
        if (*p == '"' || *p == '\\')
            buf_puts(out, "\\");
        buf_add(out, p, 1);
    }
    buf_puts(out, "\"");
}

static void add_line_directive(const struct at *at, struct buf *out)
{
    buf_printf(out, "#line %u ", at->line);
    add_quoted(out, at->file);
    buf_puts(out, "\n");
}

static unsigned count_lines(const char *text, size_t length)
{
    unsigned lines = 0;
    for (size_t k = 0; k < length; k++)
        lines += text[k] == '\n';
    return lines;
}

static void advance(const struct unit *unit, struct at *at, size_t offset)
{
    const struct line_names *names = &unit->names;
    for (; at->next_name < names->list.count; at->next_name++) {
        const struct line_name *name = &names->list.items[at->next_name];
        if (name->offset > offset)
            break;
        *at = (struct at){name->offset, name->file, name->line, at->next_name};
    }
    at->line += count_lines(unit->text + at->offset, offset - at->offset);
    at->offset = offset;
}

/* Does the line at [text, end) end a statement, as far as characters tell? Else the next one may be
 * the rest of an expression of the user's, whose lines count on from its own. A blank line changes
 * nothing: WAS_ENDED. */
static bool ends_statement(const char *text, const char *end, bool was_ended)
{
    if (end - text >= 2 && !memcmp(end - 2, "*/", 2)) {
        const char *open = text;
        while (open + 1 < end && memcmp(open, "/*", 2) != 0)
            open++;
        end = open;
    }
    while (end > text && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    return end == text ? was_ended : strchr(";{}", end[-1]) != NULL;
}

/* Adds the end of a line of TEXT, which ends at END. Inside brackets, a blank does: a directive
 * could stand among the arguments of a macro there. */
static void add_end_of_line(const char *text, const char *end, int depth, bool is_ended,
                            const struct at *place, struct buf *out)
{
    bool is_plain = *text != '#' && (end == text || end[-1] != '\\');
    bool has_comment = memmem(text, (size_t)(end - text), "//", 2) != NULL;
    if (is_plain && depth > 0 && !has_comment && end[1] != '#') {
        buf_puts(out, " ");
        return;
    }
    buf_puts(out, "\n");
    if (is_plain && depth <= 0 && is_ended)
        add_line_directive(place, out);
}

/* Adds TEXT, which was made for the pragma at PLACE. */
static void add_made(const struct edits *edits, const char *text, const struct at *place,
                     struct buf *out)
{
    int depth = 0;
    bool is_ended = true;
    const char *line = text;
    for (; edits->for_compiler && *text; text++) {
        depth += (*text == '(') - (*text == ')');
        if (*text != '\n') {
            buf_add(out, text, 1);
            continue;
        }
        is_ended = ends_statement(line, text, is_ended);
        add_end_of_line(line, text, depth, is_ended, place, out);
        line = text + 1;
    }
    buf_puts(out, text);
}

/* Is OFFSET behind the end of a statement, or where a pragma stands? What is put in elsewhere, as
 * in the header of a loop, is a part of the user's line. */
static bool is_between(const struct unit *unit, size_t offset)
{
    const char *text = unit->text;
    if (text[offset] == '#')
        return true;
    while (offset > 0 && strchr(" \t\r\n", text[offset - 1]))
        offset--;
    return offset == 0 || strchr(";{}", text[offset - 1]);
}

/* PLACE is that of the first edit in the text. */
static void add_prelude(const struct edits *edits, const struct at *place, struct buf *out)
{
    buf_puts(out, "#ifndef _PPAR\n#define _PPAR 1\n#endif\n#include <ppar.h>\n");
    for (size_t k = edits->list.count; k-- > 0;) { /* in the order in which they were added */
        if (edits->list.items[k].end)
            continue;
        add_made(edits, "\n", place, out);
        add_made(edits, edits->list.items[k].text, place, out);
    }
}

static struct at place_of_first(const struct unit *unit, const struct edits *edits, struct at at)
{
    for (size_t k = 0; k < edits->list.count; k++) {
        if (edits->list.items[k].end) {
            advance(unit, &at, edits->list.items[k].start);
            break;
        }
    }
    return at;
}

static size_t byte_order_mark(const struct unit *unit)
{
    return unit->length >= 3 && !memcmp(unit->text, "\xef\xbb\xbf", 3) ? 3 : 0;
}

void rewrite(const struct unit *unit, const struct edits *edits, struct buf *out)
{
    struct edit *sorted = edits->list.items;
    struct at at = {byte_order_mark(unit), unit->path, 1, 0};
    sort(sorted, edits->list.count);
    struct at pragma = place_of_first(unit, edits, at);
    add_prelude(edits, &pragma, out);
    add_line_directive(&at, out);
    for (size_t k = 0; k < edits->list.count; k++) {
        const struct edit *edit = &sorted[k];
        if (edit->end == 0)
            continue;
        if (edit->start < at.offset)
            PPCC_BUG("edits overlap at byte %u", edit->start);
        buf_add(out, unit->text + at.offset, edit->start - at.offset);
        advance(unit, &at, edit->start);
        if (unit->text[edit->start] == '#')
            pragma = at;
        if (is_between(unit, edit->start))
            add_made(edits, edit->text, &pragma, out);
        else
            buf_puts(out, edit->text);
        unsigned replaced = count_lines(unit->text + edit->start, edit->end - edit->start);
        advance(unit, &at, edit->end);
        if (!strchr(edit->text, '\n') && !replaced)
            continue;
        bool is_free = k + 1 == edits->list.count || sorted[k + 1].start > at.offset;
        if (is_free && unit->text[at.offset] == '\n')
            advance(unit, &at, at.offset + 1);
        buf_puts(out, "\n");
        add_line_directive(&at, out);
    }
    buf_add(out, unit->text + at.offset, unit->length - at.offset);
}
