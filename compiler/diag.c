/*
 * The list of diagnostics. Sorting moves an array of pointers; the list itself stays.
 */
#include "diag.h"

#include "warnings.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the list ----------------------------------------------------------------------------- */

void diags_init(struct diags *diags, struct arena *arena)
{
    *diags = (struct diags){.arena = arena};
}

struct diag *diag_add(struct diags *diags, enum severity severity, enum diag_id id,
                      const struct place *place, unsigned end, const char *format, ...)
{
    struct diag *diag = ARENA_NEW(diags->arena, struct diag);
    diag->id = id;
    diag->severity = severity;
    if (place)
        diag->place = *place;
    diag->end = end;
    va_list args;
    va_start(args, format);
    diag->message = arena_vprintf(diags->arena, format, args);
    va_end(args);
    if (diags->warnings && !warnings_want(diags->warnings, id, &diag->severity))
        return diag;
    LIST_PUSH(diags->arena, diags->list, diag);
    if (diag->severity == SEVERITY_ERROR)
        diags->errors++;
    return diag;
}

void diag_add_note(struct diags *diags, struct diag *diag, const struct place *place, unsigned end,
                   const char *format, ...)
{
    struct diag_note note = {.end = end};
    if (place)
        note.place = *place;
    va_list args;
    va_start(args, format);
    note.message = arena_vprintf(diags->arena, format, args);
    va_end(args);
    LIST_PUSH(diags->arena, diag->notes, note);
}

void diag_add_fixit(struct diags *diags, struct diag *diag, struct diag_fixit fixit)
{
    fixit.replacement = arena_strdup(diags->arena, fixit.replacement);
    LIST_PUSH(diags->arena, diag->fixits, fixit);
}

/* ---- the order ----------------------------------------------------------------------------- */

struct ordered {
    const struct diag *diag;
    int rank; /* 0: without a place, 1: another file, 2: the main file */
    size_t index;
};

static int place_rank(const struct unit *unit, const struct place *place)
{
    if (place->line == 0 || !place->file)
        return 0;
    return place->main && (!unit || place_is_in(unit, place)) ? 2 : 1;
}

static int compare_places(const struct ordered *left, const struct ordered *right)
{
    const struct place *a = &left->diag->place, *b = &right->diag->place;
    if (left->rank != right->rank || left->rank == 0)
        return left->rank - right->rank;
    int files = left->rank == 1 ? strcmp(a->file, b->file) : 0;
    if (files)
        return files;
    return (a->offset > b->offset) - (a->offset < b->offset);
}

static int compare_ordered(const void *left, const void *right)
{
    const struct ordered *a = left, *b = right;
    int places = compare_places(a, b);
    return places ? places : (a->index > b->index) - (a->index < b->index);
}

const struct diag **diags_sorted(struct arena *arena, const struct diags *diags,
                                 const struct unit *unit)
{
    size_t count = diags->list.count;
    struct ordered *order = arena_alloc(arena, count * sizeof *order);
    const struct diag **sorted = arena_alloc(arena, count * sizeof *sorted);
    for (size_t k = 0; k < count; k++)
        order[k] = (struct ordered){diags->list.items[k],
                                    place_rank(unit, &diags->list.items[k]->place), k};
    if (count)
        qsort(order, count, sizeof *order, compare_ordered);
    for (size_t k = 0; k < count; k++)
        sorted[k] = order[k].diag;
    return sorted;
}

void ppcc_bug(const char *file, int line, const char *format, ...)
{
    fprintf(stderr, "ppcc: this is a mistake in ppcc itself, at %s:%d: ", file, line);
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    abort();
}
