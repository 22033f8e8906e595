/*
 * Lowering in place (DESIGN section 5). The loop stays where it is and its body as it is; three
 * pieces of text are put around it:
 *
 *     the pragma    ->  {
 *                           struct ppar_loop ppar;
 *                           ppar_begin(&ppar, ...);          place, range and options
 *                           ppar_output(&ppar, ...);         what may be written
 *                           while (ppar_chunk(&ppar)) {
 *                               const int ppar_at = ..., ppar_end = ...;
 *     the header    ->          for (int i = ppar_at; i < ppar_end; i++)
 *                                   the body
 *     behind it     ->          ppar_put(&ppar, ...);        what this chunk wrote
 *                               ppar_commit(&ppar);
 *                           }
 *                       }
 *
 * The counter takes the same values as in the serial loop. Names that begin with ppar_ are the
 * implementation's.
 */
#include "lowering.h"

#include "../analysis/append.h"
#include "../analysis/leave.h"
#include "../analysis/plan.h"
#include "../analysis/render.h"
#include "../analysis/shape.h"
#include "packers.h"

#include <ctype.h>
#include <string.h>

void line(struct lowering *l, unsigned depth, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(l->arena, format, args);
    va_end(args);
    buf_printf(&l->text, "%s%*s%s\n", l->indent, (int)depth * 4, "", text);
}

void lower_edit(struct lowering *l, unsigned start, unsigned end, const char *text)
{
    struct edit edit = {.start = start, .end = end, .text = arena_strdup(l->arena, text)};
    LIST_PUSH(l->arena, l->edits->list, edit);
}

void lower_edit_behind(struct lowering *l, unsigned end, const char *text)
{
    struct edit edit = {
        .start = end, .end = end, .text = arena_strdup(l->arena, text), .is_innermost = true};
    LIST_PUSH(l->arena, l->edits->list, edit);
}

const char *slice(const struct lowering *l, unsigned start, unsigned end)
{
    return arena_strndup(l->arena, l->unit->text + start, end - start);
}

const char *expr_text(const struct lowering *l, const struct expr *e)
{
    return slice(l, e->place.offset, e->end);
}

const char *quoted(struct arena *arena, const char *text)
{
    struct buf buf = {0};
    buf_puts(&buf, "\"");
    for (const char *p = text; *p; p++) {
        if (*p == '"' || *p == '\\')
            buf_printf(&buf, "\\%c", *p);
        else if (isprint((unsigned char)*p))
            buf_add(&buf, p, 1);
        else
            buf_printf(&buf, "\\%03o", (unsigned char)*p);
    }
    buf_puts(&buf, "\"");
    const char *copy = arena_strdup(arena, buf_text(&buf));
    buf_release(&buf);
    return copy;
}

/* Where the white space in front of the offset END begins. */
static unsigned blanks_before(const struct lowering *l, unsigned end)
{
    while (end > 0 && (l->unit->text[end - 1] == ' ' || l->unit->text[end - 1] == '\t'))
        end--;
    return end;
}

const char *operand(const struct lowering *l, const char *text)
{
    for (const char *p = text; *p; p++)
        if (!isalnum((unsigned char)*p) && *p != '_')
            return arena_printf(l->arena, "(%s)", text);
    return text;
}

const char *operand_of(const struct lowering *l, const struct expr *e, const char *text)
{
    bool is_word = (e->kind == EXPR_VAR && strcmp(text, e->var->name) == 0) ||
                   (e->kind == EXPR_INT && isdigit((unsigned char)*text));
    return is_word ? text : arena_printf(l->arena, "(%s)", text);
}

void keep_line(struct lowering *l, const struct place *place)
{
    if (l->unit->mentions_line)
        buf_printf(&l->text, "#line %u\n", place->line);
}

/* ---- options ------------------------------------------------------------------------------ */

static const char *schedule_name(enum schedule schedule)
{
    static const char *const names[] = {[SCHEDULE_AUTO] = "PPAR_AUTO",
                                        [SCHEDULE_STATIC] = "PPAR_STATIC",
                                        [SCHEDULE_DYNAMIC] = "PPAR_DYNAMIC",
                                        [SCHEDULE_GUIDED] = "PPAR_GUIDED"};
    return names[schedule];
}

static const char *policy_name(const char *word)
{
    return strcmp(word, "skip") == 0     ? "PPAR_SKIP"
           : strcmp(word, "serial") == 0 ? "PPAR_SERIAL"
                                         : "PPAR_STOP";
}

/* A pointer does not tell how much is behind it. */
static void write_status(struct lowering *l, const struct clause_expr *array)
{
    const char *text = operand_of(l, array->expr, array->text);
    const char *count =
        array->expr->type->kind == TYPE_POINTER
            ? "PPAR_HIGHEST"
            : arena_printf(l->arena, "(long long)(sizeof %s / sizeof *%s)", text, text);
    line(l, 1, "ppar_set_status(&%s, %s, %s);", l->name, text, count);
}

static void write_clause(struct lowering *l, const struct clause *clause)
{
    const char *value = clause->value.text;
    const char *whole = clause->value.expr ? operand_of(l, clause->value.expr, value) : NULL;
    if (whole)
        keep_line(l, &clause->value.place);
    switch (clause->kind) {
    case CLAUSE_WORKERS:
        line(l, 1, "ppar_set_workers(&%s, (long long)%s);", l->name, whole);
        return;
    case CLAUSE_SCHEDULE:
        line(l, 1, "ppar_set_schedule(&%s, %s, %s);", l->name, schedule_name(clause->schedule),
             whole ? arena_printf(l->arena, "(long long)%s", whole) : "0");
        return;
    case CLAUSE_IF:
        line(l, 1, "ppar_set_serial(&%s, %s ? 0 : %s);", l->name, whole,
             quoted(l->arena, arena_printf(l->arena, "if(%s) is false", value)));
        return;
    case CLAUSE_RETRIES:
        line(l, 1, "ppar_set_retries(&%s, (long long)%s);", l->name, whole);
        return;
    case CLAUSE_TIMEOUT:
        line(l, 1, "%s(&%s, (double)%s);",
             clause->is_factor ? "ppar_set_timeout_medians" : "ppar_set_timeout", l->name, whole);
        return;
    case CLAUSE_ON_FAILURE:
        line(l, 1, "ppar_set_on_failure(&%s, %s);", l->name, policy_name(clause->word));
        return;
    case CLAUSE_STATUS:
        write_status(l, &clause->items.items[0].base);
        return;
    case CLAUSE_NAME:
        line(l, 1, "ppar_set_label(&%s, %s);", l->name, quoted(l->arena, clause->string));
        return;
    case CLAUSE_PROGRESS:
        line(l, 1, "ppar_set_progress(&%s, %s);", l->name,
             quoted(l->arena, clause->string ? clause->string : ""));
        return;
    case CLAUSE_CHECKPOINT:
        line(l, 1, "ppar_set_checkpoint(&%s, %s);", l->name, quoted(l->arena, clause->string));
        return;
    default:
        return; /* it speaks to the analysis, which has heard it, or is a flag */
    }
}

static bool is_live(const struct loop *loop)
{
    for (size_t k = 0; k < loop->pragma->clauses.count; k++) {
        const struct clause *clause = &loop->pragma->clauses.items[k];
        if (clause->kind == CLAUSE_OUTPUT && !strcmp(clause->word, "live"))
            return true;
    }
    return false;
}

/* Whether variables that others can see get their values behind the last chunk. */
static bool finishes(const struct lowering *l)
{
    for (size_t k = 0; k < l->loop->levels.count; k++) {
        const struct loop_shape *shape = &l->loop->levels.items[k].shape;
        if (!shape->declares_counter && shape->counter->storage != STORAGE_LOCAL &&
            shape->counter->storage != STORAGE_PARAMETER)
            return true;
    }
    return l->loop->plan->chooses_elsewhere || folds_hide_static(l);
}

/* As far as that is certain, and not only the programmer's word. */
static bool is_silent(const struct loop *loop)
{
    return !loop->trace->prints && !loop->trace->may_exit && !loop->trace->used_effects &&
           loop->verdict != VERDICT_TRUSTED;
}

static const char *flags_text(const struct lowering *l)
{
    const struct loop *loop = l->loop;
    const struct {
        bool is_set;
        const char *name;
    } flags[] = {{loop->plan->is_ordered, "PPAR_ORDERED"}, {is_live(loop), "PPAR_LIVE"},
                 {loop->trace->prints_wide, "PPAR_WIDE"},  {loop->plan->is_light, "PPAR_LIGHT"},
                 {loop->plan->is_uniform, "PPAR_UNIFORM"}, {finishes(l), "PPAR_FINISHES"},
                 {loop_leaves(loop), "PPAR_LEAVES"},       {is_silent(loop), "PPAR_SILENT"},
                 {loop->plan->grows, "PPAR_GROWS"}};
    const char *text = "";
    for (size_t k = 0; k < sizeof flags / sizeof *flags; k++)
        if (flags[k].is_set)
            text = arena_printf(l->arena, "%s%s%s", text, *text ? " | " : "", flags[k].name);
    return *text ? text : "0";
}

/* Those that cannot be named here are told by their names alone: static ones of other functions. */
static void declare_dead(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    if (!plan->dead.count)
        return;
    line(l, 1, "static const struct ppar_dead %s_dead[%u] = {", l->name, plan->dead.count);
    for (size_t k = 0; k < plan->dead.count; k++) {
        const struct object *object = plan->dead.items[k];
        const char *address = object_address(l->arena, object);
        line(l, 2, "{%s, %s, %s},", quoted(l->arena, object->var->name), address ? address : "0",
             address ? object_size(l->arena, object) : "0");
    }
    line(l, 1, "};");
}

/* Declarations come first, for compilers of old C. */
static void write_start(struct lowering *l)
{
    const struct loop *loop = l->loop;
    line(l, 1, "struct ppar_loop %s;", l->name);
    folds_declare(l);
    for (size_t k = 0; k < loop->plan->outputs.count; k++)
        if (loop->plan->outputs.items[k].rows)
            line(l, 1, "long long %s = 0;", loop->plan->outputs.items[k].pitch);
    if (keeps_headers(l))
        line(l, 1, "int " OWN_HEADERS ";");
    views_declare(l);
    random_declare(l);
    leave_declare(l);
    number_declare(l);
    declare_dead(l);
    write_bounds(l);
    line(l, 1, "ppar_begin(&%s, PPAR_ABI, %s, %u, %s, %s);", l->name,
         quoted(l->arena, loop->stmt->place.file), loop->stmt->place.line,
         quoted(l->arena, loop->shape.counter->name), flags_text(l));
    write_range(l);
    if (loop->plan->dead.count)
        line(l, 1, "ppar_set_dead(&%s, %s_dead, %u);", l->name, l->name, loop->plan->dead.count);
    for (size_t k = 0; k < loop->pragma->clauses.count; k++)
        write_clause(l, &loop->pragma->clauses.items[k]);
    after_register(l);
    random_begin(l);
    leave_begin(l);
}

static void write_guard(struct lowering *l, const struct guard *guard)
{
    if (!guard->condition)
        return;
    line(l, 2, "PPAR_GUARD(&%s, %s, %s);", l->name, guard->condition,
         quoted(l->arena, arena_printf(l->arena, "the guard '%s' does not hold", guard->text)));
}

/* ---- outputs ------------------------------------------------------------------------------ */

static bool mentions_counter(const struct put *put, const struct atom *counter)
{
    if (poly_mentions(put->offset, counter) || poly_mentions(put->length, counter))
        return true;
    for (size_t k = 0; k < put->loops.count; k++)
        if (poly_mentions(put->loops.items[k].start, counter) ||
            poly_mentions(put->loops.items[k].bound, counter))
            return true;
    for (size_t k = 0; k < put->conditions.count; k++)
        if (poly_mentions(put->conditions.items[k].left, counter) ||
            poly_mentions(put->conditions.items[k].right, counter))
            return true;
    return false;
}

/* The counters that the put depends on, each with a value. */
static void declare_counters(struct lowering *l, unsigned depth, const struct put *put,
                             const char *number)
{
    const struct trace *trace = l->loop->trace;
    for (unsigned k = 0; k < trace->level_count; k++)
        if (mentions_counter(put, trace->levels[k].counter))
            line(l, depth, "const long long %s = %s;", counter_name(l->arena, k),
                 number ? value_at(l, k, number) : first_value(l, k));
}

/* Everything lies in the run that the whole loop makes of the put. */
static void write_output_range(struct lowering *l, const struct output *output, size_t number)
{
    const struct put *put = output->range;
    const char *offset = poly_text(l->arena, put->offset);
    const char *length = poly_text(l->arena, put->length);
    const char *total = length;
    if (put->when == PUT_EACH_CHUNK)
        total =
            arena_printf(l->arena, "%s * (long long)ppar_total(&%s)", operand(l, length), l->name);
    line(l, 2, "{");
    declare_counters(l, 3, put, NULL);
    if (put->descends)
        line(l, 3, "const long long ppar_high = %s + %s, ppar_low = ppar_high - %s;", offset,
             length, total);
    else
        line(l, 3, "const long long ppar_low = %s, ppar_high = ppar_low + %s;", offset, total);
    if (!output->low)
        line(l, 3, "ppar_output(&%s, %s, ppar_low, ppar_high);", l->name, output->base);
    if (output->in_place)
        line(l, 3, "ppar_in_place(&%s, %zu, ppar_low, ppar_high, %d);", l->name, number,
             put->descends);
    line(l, 2, "}");
}

static void write_output(struct lowering *l, size_t number)
{
    const struct output *output = &l->loop->plan->outputs.items[number];
    if (output->rows) {
        line(l, 2, "%s = ppar_output_rows(&%s, %s);", output->pitch, l->name, output->rows);
        return;
    }
    if (output->low)
        line(l, 2, "ppar_output(&%s, %s, %s, %s);", l->name, output->base, output->low,
             output->high);
    else if (!output->range)
        line(l, 2, "ppar_output(&%s, %s, PPAR_LOWEST, PPAR_HIGHEST);", l->name, output->base);
    if (output->range && (!output->low || output->in_place))
        write_output_range(l, output, number);
}

/* What lies behind the end of a string is not sent. */
static void write_text(struct lowering *l, size_t number)
{
    const struct plan *plan = l->loop->plan;
    for (size_t k = 0; k < plan->puts.count; k++)
        if (plan->puts.items[k].output == number && plan->puts.items[k].is_string) {
            line(l, 2, "ppar_text(&%s, %zu);", l->name, number);
            return;
        }
}

/* Outputs that nothing is sent to: they have to be as they were before the loop, or not to matter.
 */
static void write_promised(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    for (size_t k = 0; k < plan->promised.count; k++)
        line(l, 2, "ppar_output(&%s, %s, 0, %s); /* private */", l->name,
             object_address(l->arena, plan->promised.items[k]),
             object_size(l->arena, plan->promised.items[k]));
}

/* The members of outputs that own memory. */
static void write_deep(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    for (size_t k = 0; k < plan->deep.count; k++) {
        const struct deep_member *deep = &plan->deep.items[k];
        line(l, 2, "ppar_output_deep(&%s, %zu, %lld, %lld, &%s);", l->name, deep->output,
             (long long)deep->stride, (long long)deep->at, member_name(l->arena, deep));
    }
}

/* ---- puts --------------------------------------------------------------------------------- */

/* How many of the put's loops have to stand around the condition. */
static size_t loops_of_condition(const struct put *put, const struct put_condition *condition)
{
    size_t count = put->loops.count;
    for (; count > 0; count--) {
        const struct atom *counter = put->loops.items[count - 1].loop->counter;
        if (poly_mentions(condition->left, counter) || poly_mentions(condition->right, counter))
            break;
    }
    return count;
}

/* The conditions that belong directly into the first LOOPS of the put's loops. */
static void write_put_conditions(struct lowering *l, const struct put *put, size_t loops,
                                 unsigned *depth)
{
    for (size_t k = 0; k < put->conditions.count; k++) {
        const struct put_condition *condition = &put->conditions.items[k];
        const char *op = condition->op == OP_EQ ? "==" : relation_text(condition->op);
        if (loops_of_condition(put, condition) == loops)
            line(l, (*depth)++, "if (%s %s %s)", poly_text(l->arena, condition->left), op,
                 poly_text(l->arena, condition->right));
    }
}

static void write_put_loops(struct lowering *l, const struct put *put, unsigned *depth)
{
    write_put_conditions(l, put, 0, depth);
    for (size_t k = 0; k < put->loops.count; k++) {
        const struct put_loop *loop = &put->loops.items[k];
        line(l, (*depth)++, "for (%s = %s; %s %s %s; %s += %lld)", loop->counter,
             poly_text(l->arena, loop->start), loop->counter, loop->step > 0 ? "<" : ">",
             poly_text(l->arena, loop->bound), loop->counter, (long long)loop->step);
        write_put_conditions(l, put, k + 1, depth);
    }
}

static void write_put_call(struct lowering *l, const struct put *put, unsigned depth)
{
    const char *offset = poly_text(l->arena, put->offset);
    const char *length = poly_text(l->arena, put->length);
    const struct output *output = &l->loop->plan->outputs.items[put->output];
    if (put->is_string)
        length = arena_printf(
            l->arena, "(long long)__builtin_strlen((const char *)%s%s) + 1", output->base,
            strcmp(offset, "0") ? arena_printf(l->arena, " + %s", operand(l, offset)) : "");
    if (put->when == PUT_EACH_CHUNK)
        length =
            arena_printf(l->arena, "%s * (long long)ppar_count(&%s)", operand(l, length), l->name);
    line(l, depth, "%s(&%s, %zu, %s, %s); /* %s */", put->is_maybe ? "ppar_put_maybe" : "ppar_put",
         l->name, put->output, offset, length, output->name);
}

/* The counters of the loops around a put. */
static void declare_inner(struct lowering *l, const struct put *put)
{
    for (size_t k = 0; k < put->loops.count; k++)
        line(l, 4, "long long %s;", put->loops.items[k].counter);
}

static void write_put_of_iterations(struct lowering *l, const struct put *put)
{
    unsigned depth = 5;
    line(l, 4, "unsigned long long ppar_n;");
    declare_inner(l, put);
    line(l, 4, "for (ppar_n = ppar_first(&%s); ppar_n < ppar_last(&%s); ppar_n++) {", l->name,
         l->name);
    declare_counters(l, 5, put, "ppar_n");
    write_put_loops(l, put, &depth);
    write_put_call(l, put, depth);
    line(l, 4, "}");
}

/* Whether the parent looks at it while the loop runs. */
static bool is_awaited(const struct lowering *l, const struct put *put)
{
    return l->loop->plan->outputs.items[put->output].object->is_awaited;
}

static void write_put(struct lowering *l, const struct put *put)
{
    unsigned depth = 4;
    const char *number = put->descends ? arena_printf(l->arena, "(ppar_last(&%s) - 1)", l->name)
                                       : arena_printf(l->arena, "ppar_first(&%s)", l->name);
    if (put->when == PUT_LAST_CHUNK && !is_awaited(l, put))
        line(l, 3, "if (ppar_is_last(&%s)) {", l->name);
    else
        line(l, 3, "{");
    if (put->when == PUT_EACH_ITERATION) {
        write_put_of_iterations(l, put);
    } else {
        if (put->when == PUT_EACH_CHUNK)
            declare_counters(l, 4, put, number);
        declare_inner(l, put);
        write_put_loops(l, put, &depth);
        write_put_call(l, put, depth);
    }
    line(l, 3, "}");
}

/* The counters of what is appended, and which outputs they number. */
static void write_counters(struct lowering *l)
{
    const struct appends *appends = l->loop->appends;
    for (size_t k = 0; k < appends->counters.count; k++)
        line(l, 2, "ppar_counter(&%s, &%s, %s);", l->name, appends->counters.items[k].text,
             number_name(appends->counters.items[k].type));
    for (size_t k = 0; k < l->loop->plan->appended.count; k++) {
        const struct appended *appended = &l->loop->plan->appended.items[k];
        const struct append_counter *counter = &appends->counters.items[appended->array->counter];
        line(l, 2, "%s(&%s, %zu, %zu, %lld);",
             counter->type->kind == TYPE_POINTER ? "ppar_append_at" : "ppar_append", l->name,
             appended->output, appended->array->counter, (long long)appended->array->stride);
    }
}

/* A guard may see to it that there is a counter at all. */
static void write_outputs(struct lowering *l)
{
    const struct loop *loop = l->loop;
    bool may_be_none = loop->appends->counters.count && loop->guards.count;
    if (may_be_none)
        line(l, 2, "if (!ppar_is_serial(&%s)) {", l->name);
    for (size_t k = 0; k < loop->plan->outputs.count; k++)
        write_output(l, k);
    for (size_t k = 0; k < loop->plan->outputs.count; k++)
        write_text(l, k);
    write_promised(l);
    write_deep(l);
    write_counters(l);
    if (may_be_none)
        line(l, 2, "}");
}

static void write_appended(struct lowering *l, const struct appended *appended)
{
    const struct append_array *array = appended->array;
    for (size_t k = 0; k < array->parts.count; k++)
        line(l, 3, "ppar_put_appended(&%s, %zu, %s, %lld); /* %s */", l->name, appended->output,
             poly_text(l->arena, array->parts.items[k].offset),
             (long long)array->parts.items[k].length, array->object->name);
}

/* A loop without trips touches nothing, and the pointers that it names need not point anywhere.
 * How far one goes whose counter goes round is not known. */
static void write_registration(struct lowering *l)
{
    const struct loop *loop = l->loop;
    if (!loop->guards.count && !loop->plan->outputs.count && !loop->plan->folds.count &&
        !loop->plan->bests.count && !loop->plan->replays.count && !loop->plan->promised.count &&
        !loop->plan->is_logged)
        return;
    const char *runs = arena_printf(l->arena, "ppar_total(&%s) > 0", l->name);
    if (keeps_headers(l))
        runs = arena_printf(l->arena, "%s && !ppar_goes_round(&%s)", runs, l->name);
    if (loop->reachable) {
        line(l, 1, "if (%s && !(%s)) {", runs, loop->reachable);
        line(l, 2, "ppar_set_serial(&%s, \"a pointer is null that is followed in the loop\");",
             l->name);
        line(l, 1, "} else if (%s) {", runs);
    } else {
        line(l, 1, "if (%s) {", runs);
    }
    for (size_t k = 0; k < loop->guard_values.count; k++)
        line(l, 2, "const ppar_wide %s = %s;", loop->guard_values.items[k].name,
             loop->guard_values.items[k].text);
    for (size_t k = 0; k < loop->guards.count; k++)
        write_guard(l, &loop->guards.items[k]);
    write_outputs(l);
    folds_register(l);
    views_write(l);
    inputs_write(l);
    line(l, 1, "}");
}

/* What names memory behind pointers that may be null, in each chunk. */
static void begin_reachable(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    bool names = plan->puts.count || plan->appended.count || folds_are_copied(l);
    if (l->loop->reachable && names)
        line(l, 2, "if (%s) {", l->loop->reachable);
}

static void end_reachable(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    bool names = plan->puts.count || plan->appended.count || folds_are_copied(l);
    if (l->loop->reachable && names)
        line(l, 2, "}");
}

/* ---- the three pieces --------------------------------------------------------------------- */

static void write_before(struct lowering *l)
{
    const struct loop *loop = l->loop;
    line(l, 0, "{");
    write_start(l);
    write_registration(l);
    folds_start(l);
    if (keeps_headers(l))
        line(l, 1, OWN_HEADERS " = ppar_is_serial(&%s);", l->name);
    line(l, 1, "while (ppar_chunk(&%s)%s) {", l->name, views_taken(l));
    write_chunk(l);
    folds_declare_in_chunk(l);
    random_declare_in_chunk(l);
    leave_declare_in_chunk(l);
    begin_reachable(l);
    folds_begin_chunk(l);
    end_reachable(l);
    number_begin_chunk(l);
    after_write(l);
    random_begin_chunk(l);
    unsigned start = blanks_before(l, loop->pragma->start);
    bool begins_line = start == 0 || l->unit->text[start - 1] == '\n';
    lower_edit(l, begins_line ? start : loop->pragma->start, loop->pragma->end, buf_text(&l->text));
    l->text.length = 0;
}

/* In the parent there is nothing to send, and a loop under its own headers has iterations of its
 * own. */
static void write_puts(struct lowering *l)
{
    const struct plan *plan = l->loop->plan;
    bool is_empty = !plan->puts.count && !plan->appended.count;
    if (!is_empty)
        line(l, 2, "if (ppar_sends(&%s)) {", l->name);
    for (size_t k = 0; k < plan->puts.count; k++)
        write_put(l, &plan->puts.items[k]);
    for (size_t k = 0; k < plan->appended.count; k++)
        write_appended(l, &plan->appended.items[k]);
    if (!is_empty)
        line(l, 2, "}");
}

static void write_after(struct lowering *l)
{
    const struct loop *loop = l->loop;
    buf_puts(&l->text, "\n");
    if (loop->stmt->body->kind != STMT_BLOCK)
        line(l, 0, "}");
    leave_end_loop(l, folds_step(l));
    folds_leave_chunk(l);
    begin_reachable(l);
    write_puts(l);
    folds_end_chunk(l);
    end_reachable(l);
    line(l, 2, "ppar_commit(&%s);", l->name);
    line(l, 1, "}");
    folds_finish(l);
    random_finish(l);
    number_finish(l);
    write_last_counters(l);
    if (finishes(l))
        line(l, 1, "ppar_finish(&%s);", l->name);
    leave_finish(l);
    buf_printf(&l->text, "%s}", l->indent);
    lower_edit(l, stmt_header(loop->stmt)->end, stmt_header(loop->stmt)->end, buf_text(&l->text));
    l->text.length = 0;
}

/* ---- recorded writes ---------------------------------------------------------------------- */

/* The parentheses around the assignment say to compilers that it is no mistaken comparison. */
static void write_recorded(struct lowering *l, const struct recorded *recorded)
{
    const char *call = arena_printf(l->arena, "ppar_wrote(&%s, %zu, &%s, sizeof(%s))", l->name,
                                    recorded->output, operand(l, recorded->place), recorded->place);
    if (recorded->is_within) {
        lower_edit(l, recorded->start, recorded->start, arena_printf(l->arena, "(%s, (", call));
        lower_edit_behind(l, recorded->end, "))");
        return;
    }
    if (recorded->needs_braces)
        lower_edit(l, recorded->start, recorded->start, "{ ");
    lower_edit_behind(l, recorded->end,
                      arena_printf(l->arena, " %s;%s", call, recorded->needs_braces ? " }" : ""));
}

/* ---- register ----------------------------------------------------------------------------- */

static bool is_word_at(const struct unit *unit, unsigned at, const char *word)
{
    size_t length = strlen(word);
    if (at + length > unit->length || memcmp(unit->text + at, word, length))
        return false;
    bool begins =
        at == 0 || !(isalnum((unsigned char)unit->text[at - 1]) || unit->text[at - 1] == '_');
    char next = unit->text[at + length];
    return begins && !isalnum((unsigned char)next) && next != '_';
}

/* A variable whose address is needed loses its 'register'. */
static void drop_register(struct lowering *l, const struct var *var)
{
    unsigned at = var->place.offset;
    while (at > 0 && !strchr(";{}(", l->unit->text[at - 1])) {
        at--;
        if (!is_word_at(l->unit, at, "register"))
            continue;
        for (size_t k = 0; k < l->edits->list.count; k++)
            if (l->edits->list.items[k].start == at)
                return;
        lower_edit(l, at, at + 8, "        ");
        return;
    }
}

void lower_loop(const struct unit *unit, const struct loop *loop, struct edits *edits)
{
    struct lowering l = {.unit = unit, .loop = loop, .arena = unit->arena, .edits = edits};
    unsigned at = loop->stmt->place.offset;
    l.indent = slice(&l, blanks_before(&l, at), at);
    l.name = loop_variable(unit->arena, loop);
    for (size_t k = 0; k < loop->plan->registers.count; k++)
        drop_register(&l, loop->plan->registers.items[k]);
    write_before(&l);
    write_headers(&l, after_step(&l),
                  arena_printf(unit->arena, "%s%s%s%s", folds_step(&l), random_step(&l),
                               number_step(&l), leave_step(&l)));
    write_after(&l);
    folds_edit_body(&l);
    leave_edit_body(&l);
    for (size_t k = 0; k < loop->plan->recorded.count; k++)
        if (!leave_of_write(loop, loop->plan->recorded.items[k].write))
            write_recorded(&l, &loop->plan->recorded.items[k]);
    buf_release(&l.text);
}
