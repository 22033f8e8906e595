/*
 * The pipeline. Each stage is one call that takes what the stage before it made; --dump=STAGE stops
 * behind that stage. Problems of the user's code are collected, and a stage looks at every loop
 * before the next one starts, so that one run reports as much as possible. The text of a file with
 * any error in it is never transformed.
 *
 * The sources of one program are parsed one after the other, each once, and linked (link.h). Their
 * trees are all kept, in one arena, since any may hold the definition that another one calls;
 * libclang's are not, nor what the analysis of each file made.
 */
#include "translate.h"

#include "analysis/assigned.h"
#include "analysis/callees.h"
#include "analysis/cost.h"
#include "analysis/declared.h"
#include "analysis/describe.h"
#include "analysis/lazy.h"
#include "analysis/whole.h"
#include "clause_vars.h"
#include "dump.h"
#include "fix.h"
#include "link.h"
#include "pragma/parse.h"
#include "printer.h"
#include "remarks.h"
#include "report.h"
#include "stages.h"
#include "suggest.h"
#include "warnings.h"

#include "analysis/inputs.h"

#include <string.h>

/* One file on its way. */
struct translation {
    const struct translate_options *options;
    struct arena *arena;
    struct source *source;
    struct diags diags;
    struct frontend *frontend;
    struct pragmas pragmas;
    bool concerns; /* there is something in it for ppcc */
    struct unit *unit;
    LIST_OF(struct loop *) loops;
    struct edits edits;
};

/* Is STAGE the last one that is wanted? */
static bool ends_at(const struct translation *t, enum stage stage)
{
    return t->options->dump == stage;
}

/* Opens the text that the annotations of T's are unfolded in. */
static bool open_unfolded(struct translation *t, struct unfolded *unfolded)
{
    struct source *source = t->source;
    struct frontend_options options = source->frontend;
    options.pieces = unfolded->pieces;
    size_t length = unfolded->text.length;
    const char *text = arena_strndup(t->arena, buf_text(&unfolded->text), length);
    buf_release(&unfolded->text);
    frontend_close(t->frontend);
    t->frontend = frontend_open(t->arena, source->path, text, length, &options, &t->diags);
    for (size_t k = 0; k < unfolded->headers.count; k++)
        LIST_PUSH(source->arena, source->headers,
                  arena_strdup(source->arena, unfolded->headers.items[k]));
    return t->frontend != NULL;
}

/* Forgets what was scanned. */
static void begin_scan(struct translation *t)
{
    const struct warnings *warnings = t->diags.warnings;
    diags_init(&t->diags, t->arena);
    t->diags.warnings = warnings;
    t->pragmas = (struct pragmas){0};
    frontend_scan(t->frontend, &t->pragmas, &t->diags);
}

static void scan(struct translation *t)
{
    enum { MOST_ROUNDS = 20 }; /* macros in macros: each round resolves one level */
    struct unfolded unfolded = {0};
    begin_scan(t);
    for (int k = 0; k < MOST_ROUNDS && frontend_unfold(t->frontend, &t->pragmas, &unfolded); k++) {
        if (!open_unfolded(t, &unfolded))
            return;
        unfolded = (struct unfolded){0};
        begin_scan(t);
    }
    buf_release(&unfolded.text);
    if (ends_at(t, STAGE_SCAN))
        dump_pragmas(t->options->dump_to, &t->pragmas);
}

static void parse_pragma(struct translation *t, struct pragma *pragma)
{
    pragma_parse(pragma, t->arena, &t->diags);
    if (pragma->kind == PRAGMA_EFFECTS)
        LIST_PUSH(t->arena, t->pragmas.effects, pragma);
    if (pragma->kind == PRAGMA_PACK && !pragma->failed)
        LIST_PUSH(t->arena, t->pragmas.packs, pragma);
}

static void parse(struct translation *t)
{
    for (size_t k = 0; k < t->pragmas.list.count; k++)
        parse_pragma(t, t->pragmas.list.items[k]);
    for (size_t k = 0; k < t->pragmas.included.count; k++)
        parse_pragma(t, t->pragmas.included.items[k]);
    if (ends_at(t, STAGE_PARSE))
        dump_clauses(t->options->dump_to, &t->pragmas);
}

/* A pragma that is no loop's stays out; one that should be a loop's and failed is rejected. */
static void model_pragma(struct translation *t, struct pragma *pragma)
{
    if (pragma->kind != PRAGMA_FOR)
        return;
    struct loop *loop = pragma->failed ? NULL : loop_model(t->unit, pragma, &t->diags);
    if (loop)
        LIST_PUSH(t->arena, t->loops, loop);
    else if (t->options->report)
        report_failed_pragma(t->options->report, pragma, &t->diags);
}

/* Loops around a loop in the same function, for nested ones need names of their own. */
static void count_depths(struct translation *t)
{
    for (size_t a = 0; a < t->loops.count; a++)
        for (size_t b = 0; b < t->loops.count; b++) {
            const struct for_header *outer = stmt_header(t->loops.items[a]->stmt);
            const struct for_header *inner = stmt_header(t->loops.items[b]->stmt);
            if (outer->body <= inner->keyword && inner->end <= outer->end)
                t->loops.items[b]->depth++;
        }
}

static void model_loops(struct translation *t)
{
    for (size_t k = 0; k < t->pragmas.list.count; k++)
        model_pragma(t, t->pragmas.list.items[k]);
    count_depths(t);
    if (ends_at(t, STAGE_MODEL))
        for (size_t k = 0; k < t->loops.count; k++)
            dump_shape(t->options->dump_to, t->loops.items[k]);
}

static void diagnose_reason(const struct unit *unit, struct diags *diags, const struct loop *loop,
                            const struct reason *reason, size_t more)
{
    struct diag *diag = diag_add(diags, SEVERITY_ERROR, reason->id, &reason->place, reason->end,
                                 "%s", reason->message);
    diag->is_collision = reason->witness.is_concrete;
    for (size_t n = 0; n < reason->notes.count; n++) {
        const struct diag_note *note = &reason->notes.items[n];
        diag_add_note(diags, diag, &note->place, note->end, "%s", note->message);
    }
    if (reason->place.main && !place_is_in(unit, &reason->place))
        diag_add_note(diags, diag, &loop->stmt->place, 0, "the loop is this one");
    if (more)
        diag_add_note(diags, diag, &loop->stmt->place, 0,
                      "and %zu more of this kind in this loop; --report=FILE lists them all", more);
    for (size_t n = 0; n < reason->fixits.count; n++)
        diag_add_fixit(diags, diag, reason->fixits.items[n]);
}

/* What a rejected loop collides on, as errors: of each kind so many as a reader can take in. */
static void diagnose(const struct unit *unit, struct diags *diags, const struct loop *loop)
{
    enum { MAX_OF_A_KIND = 10 };
    size_t counts[DIAG_ID_COUNT] = {0}, shown[DIAG_ID_COUNT] = {0};
    for (size_t k = 0; k < loop->reasons.count; k++)
        counts[loop->reasons.items[k].id]++;
    for (size_t k = 0; k < loop->reasons.count; k++) {
        const struct reason *reason = &loop->reasons.items[k];
        size_t so_far = ++shown[reason->id];
        if (so_far <= MAX_OF_A_KIND)
            diagnose_reason(unit, diags, loop, reason,
                            so_far == MAX_OF_A_KIND ? counts[reason->id] - so_far : 0);
    }
}

/* What a log cannot know. */
static void warn_of_world(struct diags *diags, const struct loop *loop)
{
    const struct expr *call = loop->plan->asks_world;
    if (call && checkpoint_clause(loop))
        diag_add(diags, SEVERITY_WARNING, DIAG_CHECKPOINT_WORLD, &call->place, call->end,
                 "'%s' asks for what may be different in a later run, which takes results from the "
                 "log",
                 loop->plan->asks_by);
}

static void analyse(struct translation *t)
{
    const struct translate_options *options = t->options;
    check_declared(&t->pragmas, &t->diags);
    if (ends_at(t, STAGE_EFFECTS))
        dump_effects(options->dump_to, t->unit);
    for (size_t k = 0; k < t->loops.count; k++) {
        struct loop *loop = t->loops.items[k];
        analyse_loop(t->unit, loop);
        if (options->dump >= STAGE_ROLES && options->dump <= STAGE_VERDICT)
            dump_analysis(options->dump_to, options->dump, loop);
        if (options->report)
            report_loop(options->report, loop);
        if (options->verdicts)
            dump_verdict(options->verdicts, loop);
        if (options->verdicts && options->shows_costs && loop->cost)
            fprintf(options->verdicts, "    %s\n", cost_text(t->arena, loop->cost));
        if (loop->verdict == VERDICT_REJECTED)
            diagnose(t->unit, &t->diags, loop);
        else
            remark_loop(&t->diags, t->unit, loop);
        if (loop->verdict != VERDICT_REJECTED)
            warn_of_world(&t->diags, loop);
    }
}

static void suggest(struct translation *t)
{
    struct suggestions found = {.unit = t->unit, .pragmas = &t->pragmas};
    find_suggestions(&found);
    if (t->options->report)
        for (size_t k = 0; k < found.list.count; k++)
            report_suggestion(t->options->report, t->arena, &found.list.items[k]);
    if (t->options->suggestions)
        print_suggestions(&found, t->options->suggestions);
    remark_suggestions(&t->diags, &found);
}

/* The real compiler does not know the pragma. */
static void drop_pragma(const struct pragma *pragma, struct edits *edits, struct arena *arena)
{
    struct edit edit = {.start = pragma->start, .end = pragma->end, .text = ""};
    if (pragma->kind == PRAGMA_EFFECTS || pragma->kind == PRAGMA_PACK)
        LIST_PUSH(arena, edits->list, edit);
}

/* The text for the compiler, in which groups that libclang has skipped cannot be entered: a last
 * fence, for a condition on which the two disagree all the same, as on a macro of a header that
 * each of them brings along. Every byte stays where it is. */
static void close_group(char *text, unsigned start, unsigned end)
{
    static const char words[] = "#error ppcc has looked at another branch of this #if";
    unsigned at = start, room = 0, best = start, most = 0;
    for (; at < end; at++) {
        room = text[at] == '\n' ? 0 : room + 1;
        if (room > most && most < sizeof words) {
            most = room;
            best = at + 1 - room;
        }
        if (text[at] != '\n' && text[at] != '\r')
            text[at] = ' ';
    }
    if (most >= sizeof words)
        memcpy(text + best, words, sizeof words - 1);
    else if (most >= 6)
        memcpy(text + best, words, 6);
    else if (most > 0)
        memcpy(text + best, "#?", most < 2 ? 1 : 2);
    if (most == 1)
        text[best] = '@';
}

static const char *close_skipped(const struct unit *unit, struct arena *arena)
{
    char *text = arena_alloc(arena, unit->length + 1);
    memcpy(text, unit->text, unit->length);
    for (size_t k = 0; k < unit->skips.list.count; k++)
        close_group(text, unit->skips.list.items[k].start, unit->skips.list.items[k].end);
    return text;
}

static void generate(struct translation *t)
{
    struct buf *out = t->source->out;
    for (size_t k = 0; k < t->loops.count; k++)
        lower_loop(t->unit, t->loops.items[k], &t->edits);
    lower_packers(t->unit, t->loops.items, t->loops.count, &t->edits);
    for (size_t k = 0; k < t->pragmas.list.count; k++)
        drop_pragma(t->pragmas.list.items[k], &t->edits, t->arena);
    if (ends_at(t, STAGE_LOWER))
        dump_edits(t->options->dump_to, &t->edits);
    size_t start = out->length;
    t->edits.for_compiler = t->options->for_compiler && !t->options->dump;
    const char *seen = t->unit->text;
    t->unit->text = close_skipped(t->unit, t->arena);
    rewrite(t->unit, &t->edits, out);
    t->unit->text = seen;
    if (ends_at(t, STAGE_REWRITE))
        fwrite(out->bytes + start, 1, out->length - start, t->options->dump_to);
}

/* Are loops without an annotation of interest? */
static bool looks_at_all(const struct translate_options *options)
{
    return options->suggests || (options->warnings && options->warnings->remarks[DIAG_MISSED]);
}

/* ---- one file, until its unit is there ---------------------------------------------------- */

static void read_pragmas(struct translation *t)
{
    const enum stage dump = t->options->dump;
    scan(t);
    t->concerns = t->pragmas.list.count || t->pragmas.included.count || t->diags.errors ||
                  looks_at_all(t->options);
    if (t->concerns && dump != STAGE_SCAN)
        parse(t);
}

static bool ends_before_model(const struct translation *t)
{
    return ends_at(t, STAGE_SCAN) || ends_at(t, STAGE_PARSE);
}

/* What is wrong with a source that is there for its definitions is the real compiler's concern. */
static void forgive(struct diags *diags)
{
    for (size_t k = 0; k < diags->list.count; k++)
        diags->list.items[k]->severity = SEVERITY_WARNING;
    diags->errors = 0;
}

/* Makes the unit; there is none when the source is not C, or nobody wants it. IS_ALONE: no other
 * file may need its definitions. */
static void read_unit(struct translation *t, bool is_alone)
{
    struct source *source = t->source;
    t->frontend = frontend_open(t->arena, source->path, buf_text(&source->text),
                                source->text.length, &source->frontend, &t->diags);
    if (t->frontend)
        read_pragmas(t);
    if (t->frontend && (t->concerns || !is_alone) && !ends_before_model(t))
        t->unit = frontend_model(t->frontend, &t->pragmas, &t->diags);
    frontend_close(t->frontend);
    if (t->unit) {
        t->unit->analysis_limit = t->options->analysis_limit;
        t->unit->file_text = buf_text(&source->text);
        t->unit->file_length = source->text.length;
    }
    if (!t->concerns && !is_alone)
        forgive(&t->diags);
}

/* ---- the program -------------------------------------------------------------------------- */

struct program {
    const struct translate_options *options;
    struct arena *arena;
    LIST_OF(struct translation) list;
};

static bool concerns_any(const struct program *program)
{
    for (size_t k = 0; k < program->list.count; k++)
        if (program->list.items[k].concerns || program->list.items[k].diags.errors)
            return true;
    return false;
}

static void read_units(struct program *program, struct source *sources, size_t count)
{
    unsigned next_id = 0;
    for (size_t k = 0; k < count; k++) {
        struct translation t = {
            .options = program->options, .arena = program->arena, .source = &sources[k]};
        diags_init(&t.diags, t.arena);
        t.diags.warnings = program->options->warnings;
        sources[k].frontend.first_id = next_id;
        read_unit(&t, count == 1);
        next_id = t.unit ? t.unit->next_id : next_id;
        LIST_PUSH(program->arena, program->list, t);
    }
}

/* Behind this, what a function does is known wherever it is called. */
static void link_program(struct program *program)
{
    LIST_OF(struct link_input) inputs = {0};
    for (size_t k = 0; k < program->list.count; k++) {
        struct translation *t = &program->list.items[k];
        struct link_input input = {t->unit, &t->pragmas, &t->diags};
        if (t->unit)
            LIST_PUSH(program->arena, inputs, input);
    }
    if (!inputs.count)
        return;
    link_units(inputs.items, inputs.count);
    for (size_t k = 0; k < inputs.count; k++)
        for (size_t p = 0; p < inputs.count; p++)
            note_clauses(inputs.items[k].unit, inputs.items[p].pragmas);
    for (size_t k = 0; k < inputs.count; k++)
        declare_effects(inputs.items[k].unit, inputs.items[k].pragmas, inputs.items[k].diags);
    bool is_whole = program->options->is_closed && inputs.count == program->list.count &&
                    program_is_whole(inputs.items[0].unit);
    for (size_t k = 0; k < inputs.count; k++)
        inputs.items[k].unit->is_whole = is_whole;
    for (size_t k = 0; k < inputs.count; k++)
        describe_records(inputs.items[k].unit, inputs.items[k].pragmas, inputs.items[k].diags);
    resolve_callees(inputs.items[0].unit);
    find_lazy(inputs.items[0].unit);
    summarise(inputs.items[0].unit);
}

static void finish(struct translation *t)
{
    const enum stage dump = t->options->dump;
    model_loops(t);
    if (dump == STAGE_MODEL)
        return;
    analyse(t);
    if (looks_at_all(t->options))
        suggest(t);
    if (t->diags.errors || t->options->suggests || !t->pragmas.list.count ||
        (dump && dump <= STAGE_VERDICT))
        return;
    generate(t);
    t->source->outcome = OUTCOME_TRANSLATED;
}

static void hand_over(const struct translation *t, const struct unit *unit)
{
    const struct translate_options *options = t->options;
    if (options->printer)
        printer_take(options->printer, &t->diags, unit);
    if (options->fixes && unit)
        fixes_take(options->fixes, t->source->frontend.file, &t->diags, unit);
}

static bool is_forgiven(const struct translation *t)
{
    return !t->unit && !t->concerns;
}

/* What a source without a unit would have defined is of interest when a loop was rejected. */
static void print_forgiven(const struct program *program)
{
    for (size_t k = 0; k < program->list.count; k++)
        if (is_forgiven(&program->list.items[k]))
            hand_over(&program->list.items[k], NULL);
}

/* What the analysis of a file leaves behind is of no use to the next one: it has an arena of its
 * own. */
static void finish_apart(struct translation *t)
{
    struct arena *shared = t->unit->arena;
    t->arena = t->unit->arena = arena_new();
    finish(t);
    t->unit->call_sites = NULL;
    arena_free(t->arena);
    t->arena = t->unit->arena = shared;
}

static void finish_all(struct program *program)
{
    size_t errors = 0;
    link_program(program);
    for (size_t k = 0; k < program->list.count; k++) {
        struct translation *t = &program->list.items[k];
        if (t->unit)
            finish_apart(t);
        if (t->diags.errors)
            t->source->outcome = OUTCOME_REJECTED;
        if (!is_forgiven(t))
            hand_over(t, t->unit);
        errors += t->diags.errors;
    }
    if (errors)
        print_forgiven(program);
}

void translate(const struct translate_options *options, struct source *sources, size_t count)
{
    struct program program = {.options = options, .arena = arena_new()};
    read_units(&program, sources, count);
    for (size_t k = 0; k < count; k++)
        sources[k].outcome = OUTCOME_PLAIN;
    if (concerns_any(&program))
        finish_all(&program);
    arena_free(program.arena);
}
