/*
 * The repeated walk: set up the counters of the loop's levels, walk the body, learn, and again
 * until nothing new is learnt (walk.h says why that ends). A limit guards against our own mistakes.
 */
#include "walk.h"

#include "../effects/effects.h"
#include "assigned.h"
#include "jumps.h"
#include "leave.h"
#include "relation.h"
#include "render.h"
#include "sections.h"
#include "shape.h"

#include <stdio.h>
#include <string.h>

enum { MAX_WALKS = 60 };

/* ---- reasons ------------------------------------------------------------------------------ */

static struct reason *add_reason(struct walker *walker, enum diag_id id, const struct place *place,
                                 unsigned end, const char *message)
{
    struct trace *trace = walker->trace;
    for (size_t k = 0; k < trace->reasons.count; k++)
        if (trace->reasons.items[k].id == id &&
            trace->reasons.items[k].place.offset == place->offset &&
            trace->reasons.items[k].place.line == place->line)
            return NULL;
    struct reason reason = {.id = id, .place = *place, .end = end, .message = message};
    for (const struct frame *frame = walker->frame; frame && frame->caller; frame = frame->caller) {
        struct diag_note note = {.place = frame->call};
        note.message = arena_printf(walker->arena, "'%s' is called here", frame->function->name);
        LIST_PUSH(walker->arena, reason.notes, note);
    }
    LIST_PUSH(walker->arena, trace->reasons, reason);
    return &trace->reasons.items[trace->reasons.count - 1];
}

void walk_note(struct walker *walker, struct reason *reason, const struct place *place,
               const char *format, ...)
{
    struct diag_note note = {.place = *place};
    va_list args;
    va_start(args, format);
    note.message = arena_vprintf(walker->arena, format, args);
    va_end(args);
    if (reason)
        LIST_PUSH(walker->arena, reason->notes, note);
}

const char *walk_quoted(struct walker *walker, const struct expr *e, const char *other)
{
    const char *text = source_text(walker->trace->unit, e);
    return text ? arena_printf(walker->arena, "'%s'", text) : other;
}

void walk_reason_at(struct walker *walker, enum diag_id id, const struct place *place, unsigned end,
                    const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_reason(walker, id, place, end, arena_vprintf(walker->arena, format, args));
    va_end(args);
}

struct reason *walk_reason(struct walker *walker, enum diag_id id, const struct expr *at,
                           const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *message = arena_vprintf(walker->arena, format, args);
    va_end(args);
    return add_reason(walker, id, &at->place, at->end, message);
}

void walk_stmt_reason(struct walker *walker, const struct stmt *stmt, const char *message)
{
    add_reason(walker, DIAG_UNKNOWN_CONSTRUCT, &stmt->place, 0, message);
}

bool walk_own_state(struct walker *walker, const char *state)
{
    bool draws = !strcmp(state, DRAWN_STATE), numbers = !strcmp(state, NUMBER_STATE);
    walker->trace->draws |= draws;
    walker->trace->numbers |= numbers;
    return draws || numbers;
}

/* ---- one walk ----------------------------------------------------------------------------- */

static void reset(struct walker *walker, struct frame *root)
{
    struct trace *trace = walker->trace;
    trace->accesses.count = trace->reasons.count = trace->certain.count = trace->fits.count = 0;
    trace->spans.count = trace->subscripts.count = trace->after.count = 0;
    trace->prints = trace->prints_wide = trace->may_exit = trace->draws = false;
    trace->numbers = false;
    trace->took_summary = false;
    for (unsigned k = 0; k < trace->level_count; k++)
        trace->levels[k] = (struct level){.counter = trace->levels[k].counter};
    *root = (struct frame){.function = walker->root_function};
    walker->frame = root;
    walker->body_frame = NULL;
    walker->env = (struct env){0};
    walker->loop = NULL;
    walker->breaks = walker->continues = NULL;
    walker->switch_head = NULL;
    walker->update = NULL;
    walker->cursor = (struct value){0};
    walker->slot_visits.count = 0;
    walker->opened.count = walker->own_log.count = walker->jumps.count = 0;
    walker->facts = trace->facts = NULL;
    walker->order = walker->depth = walker->loops = walker->calls = 0;
    walker->steps = 0;
    walker->again = walker->gave_up = false;
}

static bool holds_label(const struct stmt *stmt)
{
    if (!stmt)
        return false;
    if (stmt->kind == STMT_LABEL || stmt->kind == STMT_GOTO)
        return true;
    for (size_t k = 0; k < stmt->stmts.count; k++)
        if (holds_label(stmt->stmts.items[k]))
            return true;
    return holds_label(stmt->body) || holds_label(stmt->other);
}

static const struct poly *integer(const struct value *value)
{
    return value->kind == VALUE_INTEGER ? value->integer : NULL;
}

/* ---- facts -------------------------------------------------------------------------------- */

struct steady_search {
    bool failed;
};

static bool find_unsteady(struct expr *e, void *data)
{
    struct steady_search *search = data;
    bool is_known =
        e->kind == EXPR_INT || e->kind == EXPR_CAST || e->kind == EXPR_UNARY ||
        e->kind == EXPR_BINARY ||
        (e->kind == EXPR_VAR && e->var->type->kind == TYPE_INTEGER && var_is_assigned_once(e->var));
    search->failed |= !is_known;
    return !search->failed;
}

/* Whether E has the same value wherever it is evaluated in the function. */
static bool is_steady(struct expr *e)
{
    struct steady_search search = {0};
    visit_expr(e, find_unsteady, &search);
    return !search.failed;
}

static void assume(struct walker *walker, enum op op, const struct poly *left,
                   const struct poly *right)
{
    struct context *fact = ARENA_NEW(walker->arena, struct context);
    if (!left || !right)
        return;
    *fact = (struct context){
        .outer = walker->facts, .kind = CONTEXT_CONDITION, .left = left, .right = right, .op = op};
    fact->depth = fact->outer ? fact->outer->depth + 1 : 1;
    walker->facts = walker->trace->facts = walker->env.context = fact;
}

/* While a canonical loop runs that does not change its counter, the counter is in its range. */
static void assume_range(struct walker *walker, const struct stmt *around)
{
    struct loop_shape shape;
    struct shape_problem problem;
    if (!shape_find(around, &shape, &problem) || shape.relation == OP_NE || !shape.step_value ||
        shape_wraps(&shape, walker->trace->unit->wraps_signed))
        return;
    const struct var *counter = shape.counter;
    bool is_kept = (counter->storage == STORAGE_LOCAL || counter->storage == STORAGE_PARAMETER) &&
                   !counter->address_taken && !stmt_assigns(around->body, counter);
    if (!is_kept || !is_steady(shape.bound) || !is_steady(shape.start))
        return;
    struct value value = {.kind = VALUE_INTEGER, .integer = peek(walker, shape.counter)};
    struct value start = walk_value(walker, shape.start);
    struct value bound = walk_value(walker, shape.bound);
    walker->trace->accesses.count = 0;
    assume(walker, shape.counts_down ? OP_LE : OP_GE, value.integer, integer(&start));
    const struct poly *compared =
        trace_convert(walker->trace, walker->facts, value.integer, shape.compare_type);
    assume(walker, shape.relation, compared, integer(&bound));
}

/* Calls ASSUME_RANGE for each loop of the function around the annotated one. */
static bool find_around(struct walker *walker, const struct stmt *stmt, const struct stmt *root)
{
    if (!stmt)
        return false;
    if (stmt == root)
        return true;
    bool found = find_around(walker, stmt->body, root) || find_around(walker, stmt->other, root);
    for (size_t k = 0; k < stmt->stmts.count && !found; k++)
        found = find_around(walker, stmt->stmts.items[k], root);
    if (found && stmt->kind == STMT_FOR)
        assume_range(walker, stmt);
    return found;
}

/* ---- the iteration -------------------------------------------------------------------------- */

/* The bound and the step, and what loops inside start from, are evaluated once, not in each
 * iteration, so they must do nothing. */
static void check_header(struct walker *walker, const struct expr *e, const char *what)
{
    const struct trace *trace = walker->trace;
    bool acts = trace->prints || trace->may_exit || trace->draws;
    for (size_t k = 0; k < trace->accesses.count; k++)
        acts |= trace->accesses.items[k].is_write;
    if (acts)
        walk_reason(walker, DIAG_BOUND_CHANGED, e,
                    "the loop's %s does more than give a value; compute it before the loop", what);
}

/* Takes the DISTANCE from start to bound not to be negative, if a guard can see to it. */
static bool take_to_be_natural(struct walker *walker, const struct poly *distance,
                               const char *counter)
{
    struct trace *trace = walker->trace;
    struct fit fit = {.context = walker->facts, .value = distance};
    if (!poly_is_invariant(distance))
        return false;
    fit.text = arena_printf(walker->arena, "%s meets its bound without wrapping round", counter);
    trace->has_wraps = true;
    if (trace->granted >= GRANTED_FIT)
        LIST_PUSH(walker->arena, trace->fits, fit);
    return trace->granted >= GRANTED_FIT;
}

/* Whether a loop that ends at != reaches its bound on the direct way. What overflows has no
 * meaning, so only counters that wrap round can take the other one. */
static bool meets_bound(struct walker *walker, const struct loop_shape *shape,
                        const struct level *level)
{
    const struct trace *trace = walker->trace;
    if (!shape_wraps(shape, trace->unit->wraps_signed) && shape->step_value)
        return true;
    const struct poly *distance = shape->counts_down
                                      ? poly_subtract(walker->arena, level->start, level->bound)
                                      : poly_subtract(walker->arena, level->bound, level->start);
    struct trace bare = *trace; /* the question is asked without the range that it is about */
    bare.level_count = 0;
    if (shape->step_value == 1 && value_is_natural(&bare, walker->facts, distance))
        return true;
    return shape_goes_round(shape) && take_to_be_natural(walker, distance, shape->counter->name);
}

/* Whether a comparison may see another number than the counter is. */
static bool compares_otherwise(const struct loop_shape *shape)
{
    return !type_includes(shape->compare_type, shape->counter->type);
}

/* Whether the counter may go beyond its type before it meets its bound, LIMIT when that is
 * exclusive, and yet come to an end. One that is moved by one value at a time meets its bound, or
 * never does. */
static bool may_go_round(struct walker *walker, const struct loop_shape *shape,
                         const struct level *level, const struct poly *limit)
{
    struct trace bare = *walker->trace; /* asked without the range that it is about */
    bare.level_count = 0;
    if (shape->relation == OP_NE)
        return compares_otherwise(shape) && !value_is_natural(&bare, walker->facts, level->start);
    bool wraps = shape_wraps(shape, bare.unit->wraps_signed);
    if (compares_otherwise(shape) || !shape->step_value)
        return wraps || (compares_otherwise(shape) && !shape->step_value);
    int64_t beyond = (shape->counts_down ? -1 : 1) * (shape->step_value - 1);
    return wraps && shape->step_value > 1 &&
           !value_fits(&bare, walker->facts,
                       poly_add(walker->arena, limit, poly_constant(walker->arena, beyond)),
                       shape->counter->type);
}

/* Whether the loop may leave its end to the body: its header alone would go on for ever, or let the
 * counter overflow. */
static bool may_not_end(struct walker *walker, const struct loop_shape *shape,
                        const struct level *level, const struct poly *limit)
{
    struct trace bare = *walker->trace; /* asked without the range that it is about */
    bare.level_count = 0;
    if (!loop_leaves(walker->annotated))
        return false;
    if (!shape->step_value)
        return true;
    int64_t sign = shape->counts_down ? -1 : 1, beyond = sign * (shape->step_value - 1);
    const struct poly *distance = poly_subtract(walker->arena, limit, level->start);
    if (shape->relation == OP_NE &&
        !value_is_natural(&bare, walker->facts, poly_scale(walker->arena, distance, sign)))
        return true;
    return !value_fits(&bare, walker->facts,
                       poly_add(walker->arena, limit, poly_constant(walker->arena, beyond)),
                       shape->counter->type);
}

/* A negative counter that is compared as an unsigned number is a large one: below a bound only when
 * it is below it, too, but above any. */
static bool bounds_counter(const struct loop_shape *shape)
{
    return !compares_otherwise(shape) || (shape->counter->type->is_signed &&
                                          !shape->compare_type->is_signed && !shape->counts_down);
}

static void check_invariant(struct walker *walker, const struct value *value, struct expr *e,
                            const char *what)
{
    if (!poly_is_invariant(integer(value)) && !is_steady(e))
        walk_reason(walker, DIAG_BOUND_CHANGED, e,
                    "the loop's %s %s may change while the loop runs; if it does not, copy it to a "
                    "local variable before the loop",
                    what, walk_quoted(walker, e, "here"));
}

/* The start is evaluated once, before the loop, so that its accesses are none of the iterations';
 * that of a loop inside is evaluated again and again. */
static struct value walk_start(struct walker *walker, const struct loop_shape *shape,
                               bool is_outermost)
{
    struct value start = walk_value(walker, shape->start);
    if (is_outermost) {
        walker->trace->accesses.count = 0; /* and those of the loops around */
    } else {
        check_header(walker, shape->start, "start");
        check_invariant(walker, &start, shape->start, "start");
    }
    return start;
}

/* The counter's range. The bound is evaluated in each iteration. */
static void set_range(struct walker *walker, const struct loop_shape *shape, struct level *level)
{
    struct trace *trace = walker->trace;
    struct value start = walk_start(walker, shape, level == trace->levels);
    struct value bound = walk_value(walker, shape->bound);
    check_header(walker, shape->bound, "bound");
    const struct poly *limit = integer(&bound);
    int64_t direction = shape->counts_down ? -1 : 1;
    if (shape->relation == OP_LE || shape->relation == OP_GE)
        limit = poly_add(walker->arena, limit, poly_constant(walker->arena, direction));
    level->counter->type = shape->counter->type;
    level->counts_down = shape->counts_down;
    level->step = direction * shape->step_value;
    level->start = poly_is_invariant(integer(&start)) ? integer(&start) : NULL;
    level->bound = poly_is_invariant(limit) && bounds_counter(shape) ? limit : NULL;
    level->may_go_round =
        may_go_round(walker, shape, level, limit) || may_not_end(walker, shape, level, limit);
    if (shape->relation == OP_NE && !level->may_go_round && !meets_bound(walker, shape, level))
        walk_reason(walker, DIAG_LOOP_FORM, shape->bound,
                    "whether the counter meets this bound without wrapping round is not known; "
                    "compare with < or >");
    check_invariant(walker, &bound, shape->bound, "bound");
}

/* By a step that is a symbol the counter's values are no affine set; their numbers are. A start
 * that is a symbol, too, would belong to no row of any layout, and that a number of another type
 * than the counter fits into that is more than its range tells. Returns the counter's value, or
 * NULL where it stays as it is. */
static const struct poly *number_iterations(struct walker *walker, const struct loop_shape *shape,
                                            struct level *level, const struct poly *step)
{
    const struct poly *number = poly_atom(walker->arena, level->counter);
    int64_t start;
    if (shape->counts_down || shape->step_is_negated || level->may_go_round ||
        !poly_is_constant(level->start, &start))
        return NULL;
    const struct poly *value =
        poly_add(walker->arena, level->start, poly_multiply(walker->arena, step, number));
    if (!value)
        return NULL;
    level->is_numbered = true;
    level->counter->type = NULL;
    level->start = poly_constant(walker->arena, 0);
    level->bound = NULL;
    level->step = 1;
    level->counts_down = false;
    return value;
}

/* Looks at the step, and returns the counter's value. */
static const struct poly *check_step(struct walker *walker, const struct loop_shape *shape,
                                     struct level *level)
{
    const struct poly *value = NULL;
    if (shape->step) {
        struct value step = walk_value(walker, shape->step);
        check_header(walker, shape->step, "step");
        check_invariant(walker, &step, shape->step, "step");
        if (poly_is_invariant(integer(&step)))
            value = number_iterations(walker, shape, level, integer(&step));
    }
    return value ? value : poly_atom(walker->arena, level->counter);
}

/* A counter on its way through the iteration. */
struct counting {
    struct object *counter; /* one of the iteration's own variables */
    const struct poly *value;
};

/* The header of a loop whose iterations are handed out. */
static struct counting walk_header(struct walker *walker, const struct loop_shape *shape,
                                   struct level *level)
{
    struct counting counting;
    set_range(walker, shape, level);
    counting.value = check_step(walker, shape, level);
    counting.counter = declare_own(walker, shape->counter);
    if (level == walker->trace->levels)
        walker->counter = counting.counter;
    env_set(walker, counting.counter,
            (struct value){.kind = VALUE_INTEGER, .integer = counting.value});
    return counting;
}

static void check_counter(struct walker *walker, const struct loop_level *level,
                          const struct counting *counting)
{
    struct value value;
    if (walker->env.state != ALIVE || !env_find(&walker->env, counting->counter, &value))
        return;
    if (!poly_equal(integer(&value), counting->value))
        walk_reason_at(walker, DIAG_COUNTER_CHANGED, &level->stmt->place, 0,
                       "the body, or a function that it calls, may change the counter '%s'; count "
                       "with a variable whose address nobody takes",
                       level->shape.counter->name);
}

/* What is assigned on every path through the iteration. */
static void note_assigned(struct walker *walker)
{
    for (size_t k = 0; k < walker->trace->objects.count; k++) {
        struct object *object = walker->trace->objects.items[k];
        object->is_always_written = object->kind == OBJECT_VARIABLE && !walker->unordered &&
                                    env_is_assigned(&walker->env, object);
    }
}

static void walk_iteration(struct walker *walker, const struct loop *loop)
{
    struct frame root;
    struct counting counting[MAX_LEVELS];
    struct env_list continues = {0};
    reset(walker, &root);
    if (!loop->function->has_label)
        find_around(walker, loop->function->body, loop->stmt);
    root.context = walker->facts;
    walker->unordered = holds_label(loop->body) && !jumps_are_simple(loop->body);
    for (size_t k = 0; k < loop->levels.count; k++)
        counting[k] = walk_header(walker, &loop->levels.items[k].shape, &walker->trace->levels[k]);
    walker->continues = walker->breaks = &continues;
    walker->body_frame = &root;
    walker->trace->may_exit |= loop_leaves(loop);
    struct context *start = walker->env.context;
    walk_stmt(walker, loop->body);
    env_join_all(walker, &continues);
    env_join_all(walker, &root.returns);
    walk_compared(walker, loop);
    walker->env.context = start;
    note_assigned(walker);
    walk_after(walker, loop);
    for (size_t k = 0; k < loop->levels.count; k++)
        check_counter(walker, &loop->levels.items[k], &counting[k]);
    check_opened(walker);
}

/* ---- until nothing is learnt -------------------------------------------------------------- */

static struct walker start(struct unit *unit, struct arena *arena, struct function *function,
                           const struct stmt *root)
{
    static struct type integer_type = {
        .kind = TYPE_INTEGER, .size = 8, .is_signed = true, .spelling = "long long"};
    struct trace *trace = trace_new(unit, arena);
    struct walker walker = {.trace = trace,
                            .arena = arena,
                            .root = root,
                            .root_function = function,
                            .integer_type = &integer_type};
    walker.unknown = object_state(&walker, OBJECT_UNKNOWN, "memory that is not known");
    walker.unknown_outer = object_state(&walker, OBJECT_UNKNOWN, "memory behind a loaded pointer");
    walker.unknown_outer->is_outer = true;
    walker.unknown_own = object_own(&walker, "memory that the body makes", true);
    walker.unknown_own->is_any = true;
    walker.null = object_own(&walker, "a null pointer", false);
    walker.null->is_null = true;
    walker.literal = object_own(&walker, "a string literal", false);
    walker.null->is_constant = walker.literal->is_constant = true;
    return walker;
}

static void give_up(struct walker *walker, const struct stmt *root)
{
    walker->frame = NULL; /* those of the walk are gone */
    walk_reason_at(walker, DIAG_TOO_COMPLEX, &root->place, 0,
                   "ppcc follows calls and expressions up to a limit, and this loop is beyond it");
}

struct trace *walk_loop(struct unit *unit, struct loop *loop, enum granted granted)
{
    struct walker walker = start(unit, unit->arena, loop->function, loop->stmt);
    struct trace *trace = walker.trace;
    walker.annotated = loop;
    trace->assumes_apart = true;
    trace->granted = granted;
    for (size_t k = 0; k < loop->noalias.count; k++)
        LIST_PUSH(trace->arena, trace->noalias, loop->noalias.items[k]);
    for (size_t k = 0; k < loop->levels.count; k++) {
        const struct var *counter = loop->levels.items[k].shape.counter;
        struct atom *atom = trace_atom(trace, ATOM_COUNTER, counter->type, counter->name);
        atom->level = trace->level_count;
        trace->levels[trace->level_count++].counter = atom;
    }
    unsigned walks = 0;
    do {
        walk_iteration(&walker, loop);
        settle_sources(&walker);
    } while (walker.again && !walker.gave_up && !trace->is_late && ++walks < MAX_WALKS);
    if (walker.again)
        give_up(&walker, loop->stmt);
    return trace;
}

struct trace *walk_function(struct unit *unit, struct arena *arena, struct function *function,
                            const struct stmt *loop)
{
    struct walker walker = start(unit, arena, function, function->body);
    walker.spanned = loop;
    struct frame root;
    unsigned walks = 0;
    do {
        reset(&walker, &root);
        walker.unordered = function->has_label && !jumps_are_simple(function->body);
        walk_stmt(&walker, function->body);
        settle_sources(&walker);
    } while (walker.again && !walker.gave_up && ++walks < MAX_WALKS);
    if (walker.again)
        give_up(&walker, function->body);
    return walker.trace;
}
