/*
 * The list of diagnostics, and how it is printed.
 *
 *     sweep.c:14:16: error: loop on 'i' is not independent [carried-dependence]
 *        14 |         a[i] = a[i - 1] + b[i];
 *           |                ^~~~~~~~
 *     sweep.c:14:9: note: iteration i = 1 reads a[0], which iteration i = 0 writes here
 *
 * The option that makes compilers print fix-its for editors makes ppcc do so, too.
 *
 * The order is that of the places, so that it does not depend on the order in which the stages
 * found the problems: first what has no place, then included files by name, then the main file; at
 * one place the order of finding. Sorting moves an array of pointers; the list itself stays.
 */
#include "diag.h"

#include "snippet.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct id_entry {
    const char *text, *summary, *explanation;
};

static const struct id_entry ids[DIAG_ID_COUNT] = {
#define DIAG_ID(name, text, summary, explanation) [DIAG_##name] = {text, summary, explanation},
#include "diag_ids.def"
#undef DIAG_ID
};

const char *diag_id_text(enum diag_id id)
{
    return ids[id].text;
}

const char *diag_id_summary(enum diag_id id)
{
    return ids[id].summary;
}

const char *diag_id_explanation(enum diag_id id)
{
    return ids[id].explanation;
}

bool diag_id_find(const char *text, enum diag_id *found)
{
    for (int id = 0; id < DIAG_ID_COUNT; id++) {
        if (strcmp(ids[id].text, text) == 0) {
            *found = (enum diag_id)id;
            return true;
        }
    }
    return false;
}

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
    LIST_PUSH(diags->arena, diags->list, diag);
    if (severity == SEVERITY_ERROR)
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

void diag_add_fixit(struct diags *diags, struct diag *diag, unsigned start, unsigned end,
                    const char *replacement)
{
    struct diag_fixit fixit = {start, end, arena_strdup(diags->arena, replacement)};
    LIST_PUSH(diags->arena, diag->fixits, fixit);
}

/* ---- printing ----------------------------------------------------------------------------- */

struct ordered {
    const struct diag *diag;
    int rank; /* 0: without a place, 1: another file, 2: the main file */
    size_t index;
};

static int place_rank(const struct unit *unit, const struct place *place)
{
    if (place->line == 0 || !place->file)
        return 0;
    return place->in_main && (!unit || place_is_in(unit, place)) ? 2 : 1;
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

static void print_head(FILE *stream, const struct place *place, const char *kind,
                       const char *message)
{
    snippet_print_text(stream, place->file ? place->file : "ppcc");
    if (place->file && place->line)
        fprintf(stream, ":%u:%u", place->line, place->column);
    fprintf(stream, ": %s: ", kind);
    snippet_print_text(stream, message);
}

/* Line and column of OFFSET, from 1; the column counts bytes. */
static void print_position(FILE *stream, const struct unit *unit, unsigned offset)
{
    unsigned line = 1, start = 0;
    for (unsigned k = 0; k < offset && k < unit->length; k++)
        if (unit->text[k] == '\n') {
            line++;
            start = k + 1;
        }
    fprintf(stream, "%u:%u", line, offset - start + 1);
}

static void print_string(FILE *stream, const char *text)
{
    fputc('"', stream);
    for (; *text; text++) {
        if (*text == '\n') {
            fputs("\\n", stream);
            continue;
        }
        if (*text == '"' || *text == '\\')
            fputc('\\', stream);
        fputc(*text, stream);
    }
    fputc('"', stream);
}

/* fix-it:"file.c":{8:17-8:17}:" text" */
static void print_fixits(FILE *stream, const struct unit *unit, const struct diag *diag)
{
    for (size_t k = 0; k < diag->fixits.count; k++) {
        const struct diag_fixit *fixit = &diag->fixits.items[k];
        fputs("fix-it:", stream);
        print_string(stream, unit->path);
        fputs(":{", stream);
        print_position(stream, unit, fixit->start);
        fputc('-', stream);
        print_position(stream, unit, fixit->end);
        fputs("}:", stream);
        print_string(stream, fixit->replacement);
        fputc('\n', stream);
    }
}

static void print_diag(struct snippet_sources *sources, FILE *stream, const struct diag *diag)
{
    static const char *const severities[] = {"error", "warning", "remark"};
    const struct diag_fixit *fixits = diag->fixits.items;
    size_t fixit_count = diag->fixits.count;
    bool *shown = arena_alloc(sources->arena, fixit_count * sizeof *shown);
    print_head(stream, &diag->place, severities[diag->severity], diag->message);
    fprintf(stream, " [%s]\n", diag_id_text(diag->id));
    snippet_print(sources, stream, &diag->place, diag->end, fixits, fixit_count, shown);
    for (size_t k = 0; k < diag->notes.count; k++) {
        const struct diag_note *note = &diag->notes.items[k];
        struct place beside = {.file = note->place.file ? NULL : diag->place.file};
        print_head(stream, beside.file ? &beside : &note->place, "note", note->message);
        fputc('\n', stream);
        snippet_print(sources, stream, &note->place, note->end, fixits, fixit_count, shown);
    }
}

void diags_print(const struct diags *diags, const struct unit *unit, FILE *stream)
{
    size_t count = diags->list.count;
    if (count == 0)
        return;
    struct arena *arena = arena_new();
    struct snippet_sources sources;
    snippet_sources_init(&sources, arena, unit);
    struct ordered *order = arena_alloc(arena, count * sizeof *order);
    for (size_t k = 0; k < count; k++)
        order[k] = (struct ordered){diags->list.items[k],
                                    place_rank(unit, &diags->list.items[k]->place), k};
    qsort(order, count, sizeof *order, compare_ordered);
    for (size_t k = 0; k < count; k++) {
        print_diag(&sources, stream, order[k].diag);
        if (diags->shows_fixits && unit)
            print_fixits(stream, unit, order[k].diag);
    }
    arena_free(arena);
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
