/*
 *     sweep.c:14:16: error: loop on 'i' is not independent [carried-dependence]
 *        14 |         a[i] = a[i - 1] + b[i];
 *           |                ^~~~~~~~
 *     sweep.c:14:9: note: iteration i = 1 reads a[0], which iteration i = 0 writes here
 *
 * The colours are those of the compilers: places bold, errors red, warnings magenta, notes cyan,
 * what a fix-it inserts green. The option that makes compilers print fix-its for editors makes ppcc
 * do so, too.
 */
#include "message_text.h"

#include "snippet.h"
#include "warnings.h"

struct palette {
    struct color place, severities[3], note, inserted;
};

static const struct palette colorless = {
    {"", ""},
    {{"", ""}, {"", ""}, {"", ""}},
    {"", ""},
    {"", ""},
};

#define BRIGHT(code)                                                                               \
    {                                                                                              \
        "\33[1;" code "m", "\33[0m"                                                                \
    }
static const struct palette colorful = {
    .place = {"\33[1m", "\33[0m"},
    .severities = {BRIGHT("31"), BRIGHT("35"), BRIGHT("34")},
    .note = BRIGHT("36"),
    .inserted = {"\33[32m", "\33[0m"},
};
#undef BRIGHT

/* Printing to one stream. */
struct text_output {
    FILE *stream;
    struct arena *arena;
    const struct palette *palette;
    struct snippet_sources sources;
};

static void print_head(struct text_output *out, const struct place *place, struct color color,
                       const char *kind, const char *message)
{
    FILE *stream = out->stream;
    fputs(out->palette->place.on, stream);
    snippet_print_text(stream, place->file ? place->file : "ppcc");
    if (place->file && place->line)
        fprintf(stream, ":%u:%u", place->line, place->column);
    fprintf(stream, ":%s %s%s:%s ", out->palette->place.off, color.on, kind, color.off);
    snippet_print_text(stream, message);
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
static void print_fixits(struct text_output *out, const struct diag *diag)
{
    for (size_t k = 0; k < diag->fixits.count; k++) {
        const struct diag_fixit *fixit = &diag->fixits.items[k];
        struct place start = unit_place(out->sources.unit, fixit->start);
        struct place end = unit_place(out->sources.unit, fixit->end);
        fputs("fix-it:", out->stream);
        print_string(out->stream, start.file);
        fprintf(out->stream, ":{%u:%u-%u:%u}:", start.line, start.column, end.line, end.column);
        print_string(out->stream, fixit->replacement);
        fputc('\n', out->stream);
    }
}

static void print_diag(struct text_output *out, const struct diag *diag)
{
    const struct palette *palette = out->palette;
    struct color color = palette->severities[diag->severity];
    const struct diag_fixit *fixits = diag->fixits.items;
    size_t fixit_count = diag->fixits.count;
    bool *shown = arena_alloc(out->arena, fixit_count * sizeof *shown);
    print_head(out, &diag->place, color, severity_name(diag->severity), diag->message);
    fprintf(out->stream, " [%s%s%s]\n", color.on,
            warnings_label(out->arena, diag->id, diag->severity), color.off);
    snippet_print(&out->sources, out->stream, &diag->place, diag->end, color, palette->inserted,
                  fixits, fixit_count, shown);
    for (size_t k = 0; k < diag->notes.count; k++) {
        const struct diag_note *note = &diag->notes.items[k];
        struct place beside = {.file = note->place.file ? NULL : diag->place.file};
        print_head(out, beside.file ? &beside : &note->place, palette->note, "note", note->message);
        fputc('\n', out->stream);
        snippet_print(&out->sources, out->stream, &note->place, note->end, palette->note,
                      palette->inserted, fixits, fixit_count, shown);
    }
}

void print_messages(FILE *stream, const struct text_style *style, const struct diags *diags,
                    const struct unit *unit)
{
    if (diags->list.count == 0)
        return;
    struct text_output out = {.stream = stream,
                              .arena = arena_new(),
                              .palette = style->has_colors ? &colorful : &colorless};
    snippet_sources_init(&out.sources, out.arena, unit);
    const struct diag **sorted = diags_sorted(out.arena, diags, unit);
    for (size_t k = 0; k < diags->list.count; k++) {
        print_diag(&out, sorted[k]);
        if (style->shows_fixits && unit)
            print_fixits(&out, sorted[k]);
    }
    arena_free(out.arena);
}
