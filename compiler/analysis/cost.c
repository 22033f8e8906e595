/*
 * The sums are made of the plan (plan.h) as it will be lowered: a put sends its run so often as the
 * loops around it say. Where a condition decides whether something is sent, or a limit stands for
 * what is not known, the sum is what is sent at most. Headers of records are left out.
 */
#include "cost.h"

#include "append.h"
#include "fold_call.h"
#include "hull.h"
#include "plan.h"
#include "render.h"

/* ---- what is sent ------------------------------------------------------------------------- */

static void add(struct arena *arena, const struct poly **sum, const struct poly *more)
{
    *sum = poly_add(arena, *sum, more);
}

static void add_number(struct arena *arena, const struct poly **sum, int64_t more)
{
    add(arena, sum, more < 0 ? NULL : poly_constant(arena, more));
}

/* The trip count, at most. A loop that depends on the counters of others: not known. */
static const struct poly *trips(struct arena *arena, const struct put_loop *loop, bool *is_most)
{
    const struct poly *distance = loop->step > 0 ? poly_subtract(arena, loop->bound, loop->start)
                                                 : poly_subtract(arena, loop->start, loop->bound);
    int64_t step = loop->step > 0 ? loop->step : -loop->step, constant;
    if (!poly_is_invariant(distance) || !step)
        return NULL;
    if (poly_is_constant(distance, &constant))
        return poly_constant(arena, constant > 0 ? (constant + step - 1) / step : 0);
    const struct poly *exact = poly_divide_exactly(arena, distance, step);
    *is_most |= !exact;
    return exact ? exact : distance;
}

static void add_put(struct arena *arena, struct cost *cost, const struct put *put)
{
    const struct poly *bytes = put->length;
    for (size_t k = 0; k < put->loops.count; k++)
        bytes = poly_multiply(arena, bytes, trips(arena, &put->loops.items[k], &cost->is_most));
    cost->is_most |= put->is_string || put->dropped.count;
    for (size_t k = 0; k < put->conditions.count; k++)
        cost->is_most |= !poly_is_invariant(put->conditions.items[k].left) ||
                         !poly_is_invariant(put->conditions.items[k].right);
    bool is_last = put->when == PUT_LAST_CHUNK;
    if (!is_last && !poly_is_invariant(bytes))
        bytes = NULL;
    add(arena, is_last ? &cost->chunk : &cost->each, bytes);
}

static void add_recorded(struct arena *arena, struct cost *cost, const struct recorded *recorded)
{
    cost->is_most = true;
    add_number(arena, &cost->each, recorded->write->type->size);
}

static void add_fold(struct arena *arena, struct cost *cost, const struct fold *fold)
{
    bool is_known = !fold->elements && fold->type;
    int64_t size = is_known ? fold->type->size * fold->count : -1;
    add_number(arena, fold->mode == FOLD_CHUNK ? &cost->chunk : &cost->each, size);
}

static void add_best(struct arena *arena, struct cost *cost, const struct best_fold *best)
{
    for (size_t k = 0; k < best->places.count; k++)
        add_number(arena, best->start ? &cost->each : &cost->chunk, best->places.items[k].size);
    cost->is_most |= best->start != NULL;
}

static void add_appended(struct loop *loop, struct cost *cost, const struct append_array *array)
{
    struct arena *arena = loop->trace->arena;
    const struct append_counter *counter = &loop->appends->counters.items[array->counter];
    int64_t most = append_most(loop->trace, counter->object), size = 0;
    for (size_t k = 0; k < array->parts.count; k++)
        size += array->parts.items[k].length;
    cost->is_most = true;
    add_number(arena, &cost->each, most > 0 ? most * size : -1);
}

static void add_replay(struct arena *arena, struct cost *cost, const struct replay *replay)
{
    cost->is_most = true;
    add_number(arena, &cost->each, replay->call->part_type->size);
}

static void add_sent(struct loop *loop, struct cost *cost)
{
    struct arena *arena = loop->trace->arena;
    const struct plan *plan = loop->plan;
    for (size_t k = 0; k < plan->puts.count; k++)
        add_put(arena, cost, &plan->puts.items[k]);
    for (size_t k = 0; k < plan->recorded.count; k++)
        add_recorded(arena, cost, &plan->recorded.items[k]);
    for (size_t k = 0; k < plan->folds.count; k++)
        add_fold(arena, cost, &plan->folds.items[k]);
    for (size_t k = 0; k < plan->bests.count; k++)
        add_best(arena, cost, &plan->bests.items[k]);
    for (size_t k = 0; k < plan->appended.count; k++)
        add_appended(loop, cost, plan->appended.items[k].array);
    for (size_t k = 0; k < plan->replays.count; k++)
        add_replay(arena, cost, &plan->replays.items[k]);
}

/* ---- what is inherited -------------------------------------------------------------------- */

/* How many bytes of OBJECT the loop may read. */
static const struct poly *extent(struct trace *trace, const struct object *object)
{
    struct hull hull;
    if (object->kind == OBJECT_VARIABLE && object->type->size >= 0)
        return poly_constant(trace->arena, object->type->size);
    if (object->kind != OBJECT_POINTEE || !hull_find(trace, object, &hull) ||
        hull.lows.count != 1 || hull.highs.count != 1)
        return NULL;
    return poly_subtract(trace->arena, hull.highs.items[0], hull.lows.items[0]);
}

static void add_inherited(struct trace *trace, struct cost *cost,
                          const struct dependences *dependences)
{
    for (size_t k = 0; k < dependences->uses.count; k++) {
        const struct use *use = &dependences->uses.items[k];
        bool is_memory = use->object->kind != OBJECT_STATE && use->object->kind != OBJECT_STREAM;
        if (is_memory && use->is_read && (use->is_exposed || !use->is_written))
            add(trace->arena, &cost->inherited, extent(trace, use->object));
    }
}

struct cost *cost_find(struct loop *loop, const struct dependences *dependences)
{
    struct arena *arena = loop->trace->arena;
    struct cost *cost = ARENA_NEW(arena, struct cost);
    cost->each = cost->chunk = cost->inherited = poly_constant(arena, 0);
    cost->prints = loop->trace->prints;
    add_sent(loop, cost);
    add_inherited(loop->trace, cost, dependences);
    return cost;
}

/* ---- the text ----------------------------------------------------------------------------- */

static const char *number_text(struct arena *arena, int64_t bytes)
{
    static const struct {
        int64_t unit;
        const char *name;
    } units[] = {{1000000000000, "TB"}, {1000000000, "GB"}, {1000000, "MB"}, {1000, "KB"}};
    for (size_t k = 0; k < sizeof units / sizeof *units; k++)
        if (bytes >= units[k].unit)
            return arena_printf(arena, "%.3g %s", (double)bytes / (double)units[k].unit,
                                units[k].name);
    return arena_printf(arena, "%lld byte%s", (long long)bytes, bytes == 1 ? "" : "s");
}

static const char *bytes_text(struct arena *arena, const struct poly *bytes)
{
    int64_t constant;
    if (poly_is_constant(bytes, &constant))
        return constant ? number_text(arena, constant) : "nothing";
    const char *text = bytes ? poly_name(arena, bytes) : NULL;
    return text ? arena_printf(arena, "%s bytes", text) : "an unknown amount";
}

const char *cost_text(struct arena *arena, const struct cost *cost)
{
    int64_t chunk, each;
    bool has_chunk = !poly_is_constant(cost->chunk, &chunk) || chunk;
    bool is_nothing = poly_is_constant(cost->each, &each) && !each;
    const char *text = arena_printf(
        arena, "in: nothing sent (%s inherited), out: %s%s%s", bytes_text(arena, cost->inherited),
        cost->is_most && cost->each && !is_nothing ? "up to " : "", bytes_text(arena, cost->each),
        is_nothing ? "" : " per iteration");
    if (has_chunk)
        text = arena_printf(arena, "%s, %s per chunk", text, bytes_text(arena, cost->chunk));
    return cost->prints ? arena_printf(arena, "%s, and what it prints", text) : text;
}
