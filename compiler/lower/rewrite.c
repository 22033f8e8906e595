/*
 * Splicing the edits into the user's text, which otherwise stays byte for byte. The result begins
 * with the declarations of the runtime and whatever is inserted at the very start; a #line leads
 * back to the user's first line, and another one follows every edit that changes the number of
 * lines, so that messages and debuggers speak of the user's file.
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

static void add_line_directive(const struct unit *unit, unsigned line, struct buf *out)
{
    buf_printf(out, "#line %u ", line);
    add_quoted(out, unit->path);
    buf_puts(out, "\n");
}

static unsigned count_lines(const char *text, size_t length)
{
    unsigned lines = 0;
    for (size_t k = 0; k < length; k++)
        lines += text[k] == '\n';
    return lines;
}

static void add_prelude(const struct edits *edits, struct buf *out)
{
    buf_puts(out, "#ifndef _PPAR\n#define _PPAR 1\n#endif\n#include <ppar.h>\n");
    for (size_t k = edits->list.count; k-- > 0;) /* in the order in which they were added */
        if (edits->list.items[k].end == 0)
            buf_printf(out, "\n%s", edits->list.items[k].text);
}

static size_t byte_order_mark(const struct unit *unit)
{
    return unit->length >= 3 && !memcmp(unit->text, "\xef\xbb\xbf", 3) ? 3 : 0;
}

void rewrite(const struct unit *unit, const struct edits *edits, struct buf *out)
{
    struct edit *sorted = edits->list.items;
    size_t at = byte_order_mark(unit);
    unsigned line = 1;
    sort(sorted, edits->list.count);
    add_prelude(edits, out);
    add_line_directive(unit, line, out);
    for (size_t k = 0; k < edits->list.count; k++) {
        const struct edit *edit = &sorted[k];
        if (edit->end == 0)
            continue;
        if (edit->start < at)
            PPCC_BUG("edits overlap at byte %u", edit->start);
        buf_add(out, unit->text + at, edit->start - at);
        line += count_lines(unit->text + at, edit->start - at);
        unsigned replaced = count_lines(unit->text + edit->start, edit->end - edit->start);
        buf_puts(out, edit->text);
        line += replaced;
        at = edit->end;
        if (!strchr(edit->text, '\n') && !replaced)
            continue;
        bool is_free = k + 1 == edits->list.count || sorted[k + 1].start > at;
        bool ends_line = is_free && unit->text[at] == '\n';
        buf_puts(out, "\n");
        add_line_directive(unit, line + ends_line, out);
        at += ends_line;
        line += ends_line;
    }
    buf_add(out, unit->text + at, unit->length - at);
}
