/*
 * For one object, each access becomes a relation from iterations to elements. A read counts only
 * where it is exposed: from its relation is taken what surely has been written earlier in the same
 * iteration (cover.c). Then
 *
 *   flow   = write^-1 . exposed read   restricted to earlier -> later
 *   anti   = read^-1 . write           likewise
 *   output = write^-1 . write          likewise
 *
 * and a relation that is empty for all values of the symbols proves that there is no such pair.
 * Where isl has no answer the pair is taken to exist.
 */
#include "depend.h"

#include "alias.h"
#include "append.h"
#include "collisions.h"
#include "cover.h"
#include "fold.h"
#include "fold_call.h"
#include "iteration.h"
#include "overlap.h"
#include "partition.h"
#include "render.h"
#include "rows.h"
#include "safe.h"

#include <limits.h>

enum { MAX_ACCESSES = 2000 }; /* pairs of them are looked at */

/* ---- relations ---------------------------------------------------------------------------- */

/* A program with a meaning stays inside of a variable. */
static isl_map *within_object(const struct layout *layout, const struct object *object,
                              isl_map *map)
{
    const struct type *type = object->kind == OBJECT_VARIABLE ? object->type : NULL;
    if (!type || type->size <= 0 || layout->count || type->size % layout->unit ||
        type->size / layout->unit > INT_MAX)
        return map;
    map = isl_map_lower_bound_si(map, isl_dim_out, 0, 0);
    return isl_map_upper_bound_si(map, isl_dim_out, 0, (int)(type->size / layout->unit) - 1);
}

isl_map *touched_elements(struct trace *trace, const struct layout *layout,
                          const struct access *access, bool *known)
{
    struct instance instance = instance_of(trace, access->context, access->offset, access->length);
    bool exact = true;
    isl_set *domain = instance_universe(&instance);
    domain = restrict_to_context(&instance, domain, access->context, NULL, &exact);
    domain = restrict_to_symbols(&instance, domain, access->offset);
    domain = restrict_to_symbols(&instance, domain, access->length);
    isl_map *map = elements_of(&instance, layout, access->offset, access->length, known);
    return within_object(layout, access->object, isl_map_intersect_domain(map, domain));
}

/* The pairs of iterations of which the earlier touches by FIRST what the later touches by SECOND.
 */
static isl_map *meeting_pairs(const struct trace *trace, isl_map *first, isl_map *second)
{
    isl_map *pairs = isl_map_apply_range(first, isl_map_reverse(second));
    return isl_map_intersect(pairs, iteration_order(trace));
}

static bool may_be_nonempty(isl_map *pairs)
{
    return isl_map_is_empty(pairs) != isl_bool_true;
}

/* ---- uses --------------------------------------------------------------------------------- */

struct use *find_use(const struct dependences *dependences, const struct object *object)
{
    for (size_t k = 0; k < dependences->uses.count; k++)
        if (dependences->uses.items[k].object == object)
            return &dependences->uses.items[k];
    return NULL;
}

static void note_access(struct dependences *dependences, const struct access *access)
{
    struct trace *trace = dependences->trace;
    struct use *use = find_use(dependences, access->object);
    if (!use) {
        struct use fresh = {.object = access->object, .only_updates = true};
        LIST_PUSH(trace->arena, dependences->uses, fresh);
        use = &dependences->uses.items[dependences->uses.count - 1];
    }
    if (access->update)
        use->update = access->update;
    else
        use->only_updates = false;
    if (access->is_write)
        use->is_written = true;
    else
        use->is_read = true;
}

/* Whether all updates of the object are of one kind; else they are ordinary accesses. */
static bool updates_agree(const struct trace *trace, const struct use *use)
{
    const struct reduction_update *one = use->update;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != use->object)
            continue;
        enum reduction op = access->update->op;
        bool is_sum = (op == REDUCTION_ADD || op == REDUCTION_SUB) &&
                      (one->op == REDUCTION_ADD || one->op == REDUCTION_SUB);
        if ((op != one->op && !is_sum) || access->update->best != one->best ||
            (one->call && access->update->call->function != one->call->function))
            return false;
    }
    return true;
}

/* Whether all accesses are at one place that is the same in every iteration. */
static bool is_one_place(const struct trace *trace, const struct use *use)
{
    const struct poly *place = NULL;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != use->object)
            continue;
        if (!poly_is_invariant(access->offset) || (place && !poly_equal(place, access->offset)))
            return false;
        place = access->offset;
    }
    return true;
}

static bool has_elements_to_fold(const struct use *use)
{
    bool is_sum = use->update->op == REDUCTION_ADD || use->update->op == REDUCTION_SUB;
    return use->update->type->kind == TYPE_INTEGER ||
           (use->update->type->kind == TYPE_FLOATING && is_sum);
}

/* Elements can be reductions, too: a histogram. All updates must be of one type, for which of them
 * meet in an element is not looked at. */
static bool updates_elements(const struct trace *trace, const struct use *use)
{
    const struct type *type = use->update->type;
    bool is_logical = use->update->op == REDUCTION_LOGICAL_AND ||
                      use->update->op == REDUCTION_LOGICAL_OR || use->update->op == REDUCTION_MUL;
    if (!has_elements_to_fold(use) || is_logical || type->size <= 0)
        return false;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != use->object)
            continue;
        if (!poly_divide_exactly(trace->arena, access->offset, type->size) ||
            access->update->type->size != type->size || access->update->type->kind != type->kind)
            return false;
    }
    return true;
}

static bool is_only_updated(const struct use *use)
{
    return use->update && use->only_updates && !use->update->best;
}

/* How many elements there are has to be known, for all of them are folded. */
static bool could_be_histogram(const struct loop *loop, const struct use *use)
{
    const struct object *object = use->object;
    struct fold_section section;
    if (!is_only_updated(use))
        return false;
    bool is_array = object->kind == OBJECT_VARIABLE && object->type->size > 0;
    if (use->update->op == REDUCTION_FUNCTION) /* the parent makes the calls, in order */
        return is_array;
    int64_t size = use->update->type->size;
    return updates_elements(loop->trace, use) &&
           (is_array ? object->type->size <= MAX_HISTOGRAM && object->type->size % size == 0
                     : fold_section_find(loop, object, size, &section));
}

/* A clause with a section of what this pointer leads to would say how many. */
static bool lacks_section(const struct loop *loop, const struct use *use)
{
    const struct object *object = use->object;
    return is_only_updated(use) && use->update->op != REDUCTION_FUNCTION &&
           object->kind == OBJECT_POINTEE && !object->is_part && object->pointer_var &&
           object->pointer_var->type->target->size == use->update->type->size &&
           updates_elements(loop->trace, use) && !could_be_histogram(loop, use);
}

/* The order of floating-point updates can be given up by a clause only. */
static bool is_histogram(const struct loop *loop, const struct use *use)
{
    return could_be_histogram(loop, use) &&
           (use->update->op == REDUCTION_FUNCTION || use->update->type->kind == TYPE_INTEGER ||
            reduction_clause(loop, use->object));
}

/* ---- one object --------------------------------------------------------------------------- */

struct test {
    struct loop *loop;
    struct trace *trace;
    struct dependences *dependences;
    struct use *use;
};

static isl_map *union_of(isl_map *into, isl_map *more)
{
    return into ? isl_map_union(into, more) : more;
}

static void test_flow(struct test *test, const struct access *read, isl_map *exposed, bool known)
{
    struct trace *trace = test->trace;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *write = &trace->accesses.items[k];
        bool write_known;
        if (write->object != read->object || !write->is_write)
            continue;
        query_begin(trace);
        isl_map *elements =
            by_iteration(trace, touched_elements(trace, &test->use->layout, write, &write_known));
        isl_map *pairs = meeting_pairs(trace, elements, isl_map_copy(exposed));
        if (!may_be_nonempty(pairs)) {
            isl_map_free(pairs);
            continue;
        }
        struct flow flow = {write, read, write_known, known};
        LIST_PUSH(trace->arena, test->use->flows, flow);
        test->use->flow = true;
        test->use->flow_pairs = union_of(test->use->flow_pairs, pairs);
    }
}

static void test_read(struct test *test, const struct access *read)
{
    struct trace *trace = test->trace;
    bool known;
    query_begin(trace);
    isl_map *exposed =
        by_iteration(trace, exposed_elements(trace, &test->use->layout, read, &known));
    if (may_be_nonempty(exposed)) {
        test->use->is_exposed = true;
        test_flow(test, read, exposed, known);
    }
    isl_map_free(exposed);
}

static isl_map *all_elements(struct trace *trace, const struct use *use, bool writes)
{
    isl_map *all = NULL;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        bool known;
        if (access->object == use->object && access->is_write == writes)
            all = union_of(
                all, by_iteration(trace, touched_elements(trace, &use->layout, access, &known)));
    }
    return all;
}

static void test_merge(struct test *test)
{
    struct use *use = test->use;
    query_begin(test->trace);
    isl_map *writes = all_elements(test->trace, use, true);
    use->output_pairs = meeting_pairs(test->trace, isl_map_copy(writes), isl_map_copy(writes));
    use->output = may_be_nonempty(use->output_pairs);
    if (use->is_read) {
        query_begin(test->trace);
        use->anti_pairs = meeting_pairs(test->trace, all_elements(test->trace, use, false), writes);
        use->anti = may_be_nonempty(use->anti_pairs);
    } else {
        isl_map_free(writes);
    }
}

/* A layout that holds under guards. */
static bool find_guarded_layout(struct test *test)
{
    struct assumptions assumptions = {0};
    if (!find_element_layout(test->trace, test->use->object, &test->use->layout, &assumptions))
        return false;
    for (size_t k = 0; k < assumptions.list.count; k++)
        if (!guard_natural(test->loop, assumptions.list.items[k].context,
                           assumptions.list.items[k].value))
            return false;
    return true;
}

bool write_may_share(struct trace *trace, const struct use *use, const struct access *write)
{
    bool known;
    if (use->partition)
        return !partition_holds(trace, use->partition, write);
    query_begin(trace);
    isl_map *own = by_iteration(trace, touched_elements(trace, &use->layout, write, &known));
    isl_map *all = all_elements(trace, use, true);
    isl_map *before = meeting_pairs(trace, isl_map_copy(own), isl_map_copy(all));
    isl_map *behind = meeting_pairs(trace, all, own);
    bool shares = may_be_nonempty(before) || may_be_nonempty(behind);
    isl_map_free(before);
    isl_map_free(behind);
    return shares;
}

static void forget_pairs(struct use *use)
{
    isl_map_free(use->flow_pairs);
    isl_map_free(use->anti_pairs);
    isl_map_free(use->output_pairs);
    use->flow_pairs = use->anti_pairs = use->output_pairs = NULL;
    use->flow = use->anti = use->output = false;
    use->flows.count = 0;
}

/* Index arrays give each iteration a part of its own, unless a guard says otherwise. (How rows
 * behind them are numbered says nothing of memory, and which they are is not known.) */
static bool divide(struct loop *loop, struct use *use)
{
    const struct partition *partition =
        use->object->kind == OBJECT_ROWS ? NULL : partition_find(loop->trace, use->object);
    if (!partition || !guard_partition(loop, partition))
        return false;
    use->partition = partition;
    forget_pairs(use);
    return true;
}

static void test_object(struct test *test)
{
    struct trace *trace = test->trace;
    struct use *use = test->use;
    use->has_layout = find_element_layout(trace, use->object, &use->layout, NULL) ||
                      (use->is_read && !is_vouched_independent(test->loop, use->object) &&
                       find_guarded_layout(test));
    if (!use->has_layout)
        use->layout = (struct layout){.unit = 1};
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object == use->object && !trace->accesses.items[k].is_write &&
            !query_is_late(trace))
            test_read(test, &trace->accesses.items[k]);
    test_merge(test);
}

/* ---- pairs of objects --------------------------------------------------------------------- */

static void test_rows(struct test *test)
{
    const struct dependences *dependences = test->dependences;
    for (size_t k = 0; k < dependences->uses.count; k++) {
        struct use *use = &dependences->uses.items[k];
        if (use->object->kind != OBJECT_ROWS || !use->is_written)
            continue;
        use->is_lost = !guard_rows(test->loop, use->object);
        if (use->is_lost)
            report_rows(test->loop, use);
    }
}

static void test_overlaps(struct test *test)
{
    struct dependences *dependences = test->dependences;
    for (size_t a = 0; a < dependences->uses.count; a++)
        for (size_t b = a + 1; b < dependences->uses.count; b++) {
            struct use *one = &dependences->uses.items[a], *two = &dependences->uses.items[b];
            if ((one->is_written || two->is_written) && !one->is_lost && !two->is_lost &&
                objects_are_not_distinct(test->trace, one->object, two->object) &&
                !guard_apart(test->loop, one->object, two->object))
                report_overlap(test->loop, one, two);
        }
}

static bool is_only_chosen(const struct trace *trace, const struct use *use,
                           const struct stmt *best)
{
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object == use->object && (!access->update || access->update->best != best))
            return false;
    }
    return is_one_place(trace, use);
}

/* Whether what the statement chooses is used in no other way. */
static bool is_best(const struct dependences *dependences, const struct stmt *best)
{
    const struct trace *trace = dependences->trace;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->update && access->update->best == best &&
            !is_only_chosen(trace, find_use(dependences, access->object), best))
            return false;
    }
    return true;
}

static void keep_those(isl_map **pairs, bool *may_be, isl_set *values)
{
    if (!*may_be || !*pairs)
        return;
    *pairs = isl_map_intersect_params(*pairs, isl_set_copy(values));
    *may_be = may_be_nonempty(*pairs);
}

/* With values of symbols for which the guard lets the loop run in parallel, nothing flows; what is
 * overwritten then is asked again. */
static void rule_out(struct test *test)
{
    struct use *use = test->use;
    query_begin(test->trace);
    isl_set *values = isl_set_complement(isl_map_params(isl_map_copy(use->flow_pairs)));
    keep_those(&use->anti_pairs, &use->anti, values);
    keep_those(&use->output_pairs, &use->output, values);
    isl_set_free(values);
    use->flow = false;
}

/* A reduction carries nothing. Updates of elements are folded only if iterations meet in them. */
static void classify(struct test *test)
{
    struct use *use = test->use;
    struct trace *trace = test->trace;
    bool agrees = use->update && use->only_updates && updates_agree(trace, use);
    if (agrees && use->update->best)
        agrees = is_best(test->dependences, use->update->best);
    use->same_place = agrees && is_one_place(trace, use);
    if (!use->is_written || use->same_place || use->is_appended)
        return;
    if (!query_is_late(trace))
        test_object(test);
    if (trace->is_late) { /* the loop is rejected for that alone */
        use->flow = true;
        return;
    }
    if (use->flow && agrees && is_histogram(test->loop, use)) {
        use->flow = false;
        return;
    }
    use->sums_elements = agrees && could_be_histogram(test->loop, use);
    use->lacks_section = agrees && lacks_section(test->loop, use);
    use->only_updates = false;
    if (!use->flow)
        return;
    use->is_vouched = is_vouched_independent(test->loop, use->object);
    if (use->is_vouched)
        return;
    if (divide(test->loop, use))
        return;
    if (guard_flow(test->loop, use)) {
        rule_out(test);
        return;
    }
    size_t first = test->loop->reasons.count;
    report_flow(test->loop, use);
    if (test->loop->reasons.count > first)
        explain_append(test->loop, use->object, first);
}

struct dependences *depend(struct loop *loop)
{
    struct trace *trace = loop->trace;
    struct dependences *dependences = ARENA_NEW(trace->arena, struct dependences);
    dependences->trace = trace;
    trace->is_late |= trace->accesses.count > MAX_ACCESSES;
    for (size_t k = 0; k < trace->accesses.count; k++)
        note_access(dependences, &trace->accesses.items[k]);
    find_appends(loop, dependences);
    struct test test = {.loop = loop, .trace = trace, .dependences = dependences};
    if (!trace->is_late) {
        test_rows(&test);
        test_overlaps(&test);
    }
    for (size_t k = 0; k < dependences->uses.count; k++) {
        test.use = &dependences->uses.items[k];
        if (test.use->object->kind != OBJECT_UNKNOWN)
            classify(&test);
    }
    return dependences;
}

void dependences_release(struct dependences *dependences)
{
    for (size_t k = 0; k < dependences->uses.count; k++)
        forget_pairs(&dependences->uses.items[k]);
}
