/*
 * The expression of an 'after' clause is evaluated in the parent, for one iteration after the
 * other, when its results are there; in the serial program, behind the body. Both are the same if
 *
 *   - no iteration sees, or overwrites, what the expression writes: workers start from the memory
 *     before the loop;
 *   - what the expression reads of the body's results is in the parent by then, and nothing is
 *     there that it would not have found.
 *
 * The second is so for places that no later iteration writes: results are merged as they come, and
 * the expression is evaluated for whole chunks. Of everything else that is sent (reductions, what
 * is appended, variables that each iteration overwrites) the parent has the serial program's value
 * if results are merged in the order of iterations, of one iteration at a time, and the expression
 * is evaluated between (AFTER_ONE_BY_ONE). So a variable that would be scratch is sent, too. The
 * same order is kept where the body prints, and where the expression may end the program, whose
 * handlers look at memory.
 *
 * What iterations only leave in a state of the C library, or fold in blocks, the parent does not
 * have.
 */
#include "after.h"

#include "alias.h"
#include "cover.h"
#include "iteration.h"
#include "overlap.h"
#include "plan.h"
#include "reasons.h"

#include <isl/map.h>

struct comparison {
    struct loop *loop;
    struct trace *trace;
    struct dependences *dependences;
    size_t body;       /* accesses of the trace are the body's, those behind the expression's */
    bool is_exact;     /* the expression needs the serial program's memory */
    bool sees_earlier; /* it reads what iterations before have left */
};

/* ---- accesses ------------------------------------------------------------------------------- */

/* The questions about objects are answered for all accesses of the trace. */
static void join_accesses(struct comparison *comparison)
{
    struct trace *trace = comparison->trace;
    comparison->body = trace->accesses.count;
    for (size_t k = 0; k < trace->after.count; k++)
        LIST_PUSH(trace->arena, trace->accesses, trace->after.items[k]);
}

static void part_accesses(struct comparison *comparison)
{
    comparison->trace->accesses.count = comparison->body;
}

static bool is_memory(const struct object *object)
{
    return object->kind != OBJECT_OWN && object->kind != OBJECT_STREAM;
}

static const struct access *find_access(const struct comparison *comparison,
                                        const struct object *object, bool is_write)
{
    const struct trace *trace = comparison->trace;
    for (size_t k = comparison->body; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object == object &&
            trace->accesses.items[k].is_write == is_write)
            return &trace->accesses.items[k];
    return NULL;
}

/* ---- elements -------------------------------------------------------------------------------- */

/* Which accesses are meant: the body's, or the expression's. */
enum part { BODY, EXPRESSION };

/* What iterations read, or write, in the object. */
static isl_map *elements_of_all(const struct comparison *comparison, const struct layout *layout,
                                const struct object *object, enum part part, bool is_write)
{
    struct trace *trace = comparison->trace;
    size_t end = part == BODY ? comparison->body : trace->accesses.count;
    isl_map *all = NULL;
    for (size_t k = part == BODY ? 0 : comparison->body; k < end; k++) {
        const struct access *access = &trace->accesses.items[k];
        bool known;
        if (access->object != object || access->is_write != is_write)
            continue;
        isl_map *one = by_iteration(trace, touched_elements(trace, layout, access, &known));
        all = all ? isl_map_union(all, one) : one;
    }
    return all;
}

/* Whether an iteration touches by FIRST what one that ORDER relates to it touches by SECOND. */
static bool meet(const isl_map *first, const isl_map *second, __isl_take isl_map *order)
{
    if (!first || !second) {
        isl_map_free(order);
        return false;
    }
    isl_map *pairs = isl_map_apply_range(isl_map_copy((isl_map *)first),
                                         isl_map_reverse(isl_map_copy((isl_map *)second)));
    pairs = isl_map_intersect(pairs, order);
    bool meet = isl_map_is_empty(pairs) != isl_bool_true;
    isl_map_free(pairs);
    return meet;
}

static bool meet_later(const struct trace *trace, const isl_map *first, const isl_map *second)
{
    return meet(first, second, iteration_order(trace));
}

/* The iteration itself, or another one. */
static bool meet_anywhere(const struct trace *trace, const isl_map *first, const isl_map *second)
{
    isl_map *order = iteration_order(trace);
    isl_space *space = isl_map_get_space(order);
    isl_map_free(order);
    return meet(first, second, isl_map_universe(space));
}

/* ---- what the expression writes ---------------------------------------------------------------
 */

static void report_write(const struct comparison *comparison, const struct access *write,
                         const struct use *use)
{
    const struct object *object = write->object;
    const char *what = use->is_written ? "writes" : "reads";
    struct reason *reason;
    if (object == use->object)
        reason = add_reason(comparison->loop, DIAG_AFTER_WRITES, &write->place, write->end,
                            "'after' changes '%s', which the body %s, and workers would not see it",
                            object->name, what);
    else
        reason =
            add_reason(comparison->loop, DIAG_AFTER_WRITES, &write->place, write->end,
                       "'after' changes %s, which may be '%s', which the body %s",
                       object->kind == OBJECT_UNKNOWN ? "memory that is not known" : object->name,
                       use->object->name, what);
    add_note(comparison->loop, reason, NULL, 0,
             "let it change variables of its own, or do this behind the loop");
}

/* A state that each iteration sets before it looks at it is nobody else's business. */
static bool state_matters(const struct use *use)
{
    return use->is_read && (!use->is_written || use->is_exposed);
}

/* ---- what it reads ----------------------------------------------------------------------------
 */

static void report_state(const struct comparison *comparison, const struct access *read)
{
    struct reason *reason = add_reason(
        comparison->loop, DIAG_AFTER_READS, &read->place, read->end,
        "'after' depends on %s, which iterations change in their workers", read->object->name);
    add_note(comparison->loop, reason, NULL, 0,
             "let the body store what is wanted in a result of the iteration");
}

/* Which results of other iterations the expression may see in the object. */
static void look_at_others(struct comparison *comparison, const struct object *object)
{
    struct trace *trace = comparison->trace;
    struct layout layout;
    if (query_is_late(trace) || !find_element_layout(trace, object, &layout, NULL)) {
        comparison->is_exact = true;
        return;
    }
    query_begin(trace);
    isl_map *reads = elements_of_all(comparison, &layout, object, EXPRESSION, false);
    isl_map *writes = elements_of_all(comparison, &layout, object, BODY, true);
    comparison->is_exact |= meet_later(trace, reads, writes);
    comparison->sees_earlier |= meet_later(trace, writes, reads);
    isl_map_free(reads);
    isl_map_free(writes);
}

static void await(struct comparison *comparison, const struct access *read, const struct use *use)
{
    struct object *object = use->object;
    object->is_awaited = true;
    if (object->kind == OBJECT_STATE)
        report_state(comparison, read);
    else if (read->object != object || use->only_updates || use->is_appended || use->output)
        comparison->is_exact = true;
    else
        look_at_others(comparison, object);
}

/* Whether the expression changes what other iterations, or its own before it, have to do with: what
 * they write, or what they read, unless all of that is over by then. The worker of the iteration
 * itself has read before. */
static bool changes_theirs(const struct comparison *comparison, const struct object *object)
{
    struct trace *trace = comparison->trace;
    struct layout layout;
    if (query_is_late(trace) || !find_element_layout(trace, object, &layout, NULL))
        return true;
    query_begin(trace);
    isl_map *changes = elements_of_all(comparison, &layout, object, EXPRESSION, true);
    isl_map *reads = elements_of_all(comparison, &layout, object, BODY, false);
    isl_map *writes = elements_of_all(comparison, &layout, object, BODY, true);
    bool changes_reads = meet_later(trace, changes, reads) ||
                         (comparison->loop->after->unordered && meet_later(trace, reads, changes));
    bool does = changes_reads || meet_anywhere(trace, changes, writes);
    isl_map_free(changes);
    isl_map_free(reads);
    isl_map_free(writes);
    return does;
}

/* ---- pairs ------------------------------------------------------------------------------------
 */

static void compare_same(struct comparison *comparison, const struct access *write,
                         const struct access *read, const struct use *use)
{
    bool is_state = use->object->kind == OBJECT_STATE;
    if (write && (is_state ? state_matters(use) : changes_theirs(comparison, use->object)))
        report_write(comparison, write, use);
    else if (read && use->is_written)
        await(comparison, read, use);
}

/* Where a guard can see to it that they are apart, they are. Else what is only read may be one of
 * the results. */
static void compare_others(struct comparison *comparison, const struct access *write,
                           const struct access *read, const struct use *use)
{
    const struct object *object = write ? write->object : read->object;
    if ((!write && !use->is_written) || use->is_lost ||
        !objects_are_not_distinct(comparison->trace, object, use->object) ||
        guard_apart(comparison->loop, object, use->object))
        return;
    if (write)
        report_write(comparison, write, use);
    else
        await(comparison, read, use);
}

static void compare_object(struct comparison *comparison, const struct object *object)
{
    const struct access *write = find_access(comparison, object, true);
    const struct access *read = find_access(comparison, object, false);
    for (size_t k = 0; k < comparison->dependences->uses.count; k++) {
        const struct use *use = &comparison->dependences->uses.items[k];
        if (use->object == object)
            compare_same(comparison, write, read, use);
        else if (is_memory(use->object))
            compare_others(comparison, write, read, use);
    }
}

static bool is_first_of_object(const struct trace *trace, size_t index)
{
    for (size_t k = 0; k < index; k++)
        if (trace->after.items[k].object == trace->after.items[index].object)
            return false;
    return true;
}

static void check_draws(const struct loop *loop)
{
    const struct clause_expr *value = &loop->after->value;
    if (!loop->trace->after_draws)
        return;
    struct reason *reason = add_reason(
        (struct loop *)loop, DIAG_AFTER_READS, &value->place, value->end,
        "'after' draws random numbers, and the iteration whose stream that is ran in a worker");
    add_note((struct loop *)loop, reason, NULL, 0,
             "draw in the body, or with a generator of the program's own");
}

void find_after(struct loop *loop, struct dependences *dependences)
{
    struct trace *trace = loop->trace;
    struct comparison comparison = {.loop = loop, .trace = trace, .dependences = dependences};
    if (!loop->after)
        return;
    check_draws(loop);
    join_accesses(&comparison);
    for (size_t k = 0; k < trace->after.count; k++)
        if (is_first_of_object(trace, k) && is_memory(trace->after.items[k].object))
            compare_object(&comparison, trace->after.items[k].object);
    part_accesses(&comparison);
    bool is_exact = comparison.is_exact || trace->prints || trace->after_may_exit;
    loop->after_order = is_exact                                             ? AFTER_ONE_BY_ONE
                        : loop->after->unordered && !comparison.sees_earlier ? AFTER_AS_THEY_COME
                                                                             : AFTER_IN_ORDER;
}

/* ---- with the plan ----------------------------------------------------------------------------
 */

void check_after_folds(struct loop *loop)
{
    for (size_t k = 0; loop->after && k < loop->plan->folds.count; k++) {
        const struct fold *fold = &loop->plan->folds.items[k];
        if (fold->mode != FOLD_REASSOCIATE || !fold->object->is_awaited)
            continue;
        const struct clause_expr *value = &loop->after->value;
        struct reason *reason =
            add_reason(loop, DIAG_AFTER_READS, &value->place, value->end,
                       "'after' reads '%s', which reduction(...) folds in blocks of iterations, so "
                       "that it has its value behind the loop only",
                       fold->object->name);
        add_note(loop, reason, NULL, 0,
                 "let 'after' itself add up results of the iterations, in a variable of its own");
    }
}

void reject_awaited_private(struct loop *loop, const struct use *use)
{
    const struct clause_expr *value = &loop->after->value;
    add_reason(loop, DIAG_AFTER_READS, &value->place, value->end,
               "'after' reads '%s', which private(%s) says is of no use behind the body",
               use->object->name, use->object->name);
}

void visit_after_alone(const struct loop *loop, const struct dependences *dependences,
                       after_note *note, void *data)
{
    const struct trace *trace = loop->trace;
    for (size_t k = 0; k < trace->after.count; k++) {
        const struct object *object = trace->after.items[k].object;
        bool has_name = object->kind == OBJECT_VARIABLE || object->kind == OBJECT_POINTEE;
        if (has_name && is_first_of_object(trace, k) && !find_use(dependences, object))
            note(data, object);
    }
}
