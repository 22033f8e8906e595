/*
 * One fact is one reason: what has the same id, place and message as a reason that is there already
 * is that reason, and brings its notes. The order is that in which the messages are printed.
 */
#include "reasons.h"

#include "trace.h"

#include <stdlib.h>
#include <string.h>

/* ---- making them -------------------------------------------------------------------------- */

bool same_place(const struct place *a, const struct place *b)
{
    bool same_file = a->file && b->file ? !strcmp(a->file, b->file) : a->file == b->file;
    return a->offset == b->offset && a->line == b->line && same_file;
}

struct reason *find_reason(struct loop *loop, enum diag_id id, const char *message)
{
    for (size_t k = 0; k < loop->reasons.count; k++)
        if (loop->reasons.items[k].id == id && !strcmp(loop->reasons.items[k].message, message))
            return &loop->reasons.items[k];
    return NULL;
}

static struct reason *find_at(struct loop *loop, const struct reason *wanted)
{
    for (size_t k = 0; k < loop->reasons.count; k++) {
        struct reason *reason = &loop->reasons.items[k];
        if (reason->id == wanted->id && same_place(&reason->place, &wanted->place) &&
            !strcmp(reason->message, wanted->message))
            return reason;
    }
    return NULL;
}

struct reason *add_reason(struct loop *loop, enum diag_id id, const struct place *place,
                          unsigned end, const char *format, ...)
{
    struct arena *arena = loop->trace->arena;
    va_list args;
    va_start(args, format);
    struct reason reason = {.id = id, .place = *place, .end = end};
    reason.message = arena_vprintf(arena, format, args);
    va_end(args);
    struct reason *same = find_at(loop, &reason);
    if (same)
        return same;
    LIST_PUSH(arena, loop->reasons, reason);
    return &loop->reasons.items[loop->reasons.count - 1];
}

void add_note(struct loop *loop, struct reason *reason, const struct place *place, unsigned end,
              const char *format, ...)
{
    struct arena *arena = loop->trace->arena;
    va_list args;
    va_start(args, format);
    struct diag_note note = {.end = end, .message = arena_vprintf(arena, format, args)};
    va_end(args);
    note.place = place ? *place : loop->pragma->place;
    for (size_t k = 0; k < reason->notes.count; k++)
        if (same_place(&reason->notes.items[k].place, &note.place) &&
            !strcmp(reason->notes.items[k].message, note.message))
            return;
    LIST_PUSH(arena, reason->notes, note);
}

/* ---- remedies in the text ----------------------------------------------------------------- */

/* Where a further clause can stand: behind the last word, not behind a comment. 0: nowhere. */
static unsigned end_of_clauses(const struct loop *loop)
{
    const struct pragma *pragma = loop->pragma;
    const struct unit *unit = loop->trace->unit;
    if (!pragma->tokens.count || !place_is_in(unit, &pragma->place) ||
        unit->text[pragma->start] != '#')
        return 0;
    const struct pragma_token *last = &pragma->tokens.items[pragma->tokens.count - 1];
    size_t length = last->end - last->start;
    bool is_plain =
        length == strlen(last->text) && !memcmp(unit->text + last->start, last->text, length);
    return is_plain ? last->end : 0;
}

void add_clause(struct loop *loop, struct reason *reason, const char *clause)
{
    unsigned at = end_of_clauses(loop);
    struct diag_fixit fixit = {at, at, arena_printf(loop->trace->arena, " %s", clause), true};
    if (at)
        LIST_PUSH(loop->trace->arena, reason->fixits, fixit);
}

/* ---- order -------------------------------------------------------------------------------- */

struct ordered {
    struct reason reason;
    bool is_here; /* in the file of the loop */
    size_t index;
};

static int compare(const void *left, const void *right)
{
    const struct ordered *a = left, *b = right;
    if (a->is_here != b->is_here)
        return a->is_here - b->is_here;
    int files = a->is_here ? 0 : strcmp(a->reason.place.file, b->reason.place.file);
    if (files)
        return files;
    if (a->reason.place.offset != b->reason.place.offset)
        return a->reason.place.offset < b->reason.place.offset ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

/* What to do stands last: notes at the pragma go behind the others. */
static void sort_notes(const struct loop *loop, struct reason *reason)
{
    struct diag_note *notes = reason->notes.items;
    for (size_t k = 1; k < reason->notes.count; k++)
        for (size_t n = k; n > 0 && same_place(&notes[n - 1].place, &loop->pragma->place) &&
                           !same_place(&notes[n].place, &loop->pragma->place);
             n--) {
            struct diag_note note = notes[n];
            notes[n] = notes[n - 1];
            notes[n - 1] = note;
        }
}

void sort_reasons(struct loop *loop)
{
    size_t count = loop->reasons.count;
    struct arena *arena = loop->trace->arena;
    struct ordered *order = arena_alloc(arena, (count + 1) * sizeof *order);
    for (size_t k = 0; k < count; k++) {
        struct reason *reason = &loop->reasons.items[k];
        sort_notes(loop, reason);
        bool is_here = !reason->place.file || place_is_in(loop->trace->unit, &reason->place);
        order[k] = (struct ordered){*reason, is_here, k};
    }
    qsort(order, count, sizeof *order, compare);
    for (size_t k = 0; k < count; k++)
        loop->reasons.items[k] = order[k].reason;
}
