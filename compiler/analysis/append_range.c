/*
 * How far a counter goes. An iteration advances it so many times at most, by the trip counts of the
 * loops around its increments, where these are constants; the loop, so many times the number of its
 * iterations. That bounds what is written of an array, and shows that a narrow counter does not
 * wrap round. A counter of declared arrays cannot go beyond their last element either. Signed
 * overflow has no meaning, and memory does not have as many elements as 64 bits count.
 */
#include "append.h"

#include "guard.h"
#include "render.h"

/* How often CONTEXT comes about in an iteration at most; 0: not known. */
static int64_t most_visits(const struct context *context)
{
    int64_t visits = 1;
    for (; context; context = context->outer) {
        const struct inner_loop *loop = context->loop;
        int64_t start, bound, trips;
        if (context->kind != CONTEXT_LOOP)
            continue;
        if (!loop->counter || !loop->step || !poly_is_constant(loop->start, &start) ||
            !poly_is_constant(loop->bound, &bound))
            return 0;
        int64_t way = loop->step > 0 ? bound - start : start - bound;
        int64_t stride = loop->step > 0 ? loop->step : -loop->step;
        if (way < 0) /* none, or it wraps round to its bound */
            return 0;
        trips = way == 0 ? 1 : (way - 1) / stride + 1;
        if (trips > INT32_MAX || (visits *= trips) > INT32_MAX)
            return 0;
    }
    return visits;
}

int64_t append_most(const struct trace *trace, const struct object *counter)
{
    int64_t steps = 0;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != counter || !access->is_write)
            continue;
        int64_t visits = most_visits(access->context);
        if (!visits || (steps += visits) > INT32_MAX)
            return 0;
    }
    return steps;
}

/* C for the value of COUNTER behind the loop, at most. */
static const char *last_text(const struct loop *loop, const struct append_counter *counter)
{
    struct arena *arena = loop->trace->arena;
    return arena_printf(arena, "((ppar_wide)%s + (ppar_wide)%lld * ppar_total(&%s))",
                        counter->value, (long long)counter->most, loop_variable(arena, loop));
}

/* Whether a counter below LIMIT has room for all elements of ARRAY, a declared one. */
static bool array_limits(const struct append_array *array, int64_t limit)
{
    const struct object *object = array->object;
    int64_t low;
    return object->kind == OBJECT_VARIABLE && object->type->size > 0 &&
           poly_is_constant(array->low, &low) && low >= 0 &&
           (object->type->size - low) / array->stride < limit;
}

static bool may_wrap(const struct unit *unit, const struct type *type)
{
    bool is_wide = type->is_signed && type->size >= 4 && !unit->wraps_signed;
    return type->kind == TYPE_INTEGER && type->size < 8 && !is_wide;
}

bool append_fits(struct loop *loop, const struct append_counter *counter,
                 const struct append_array *arrays, size_t count)
{
    struct arena *arena = loop->trace->arena;
    const struct type *type = counter->type;
    if (!may_wrap(loop->trace->unit, type))
        return true;
    int64_t limit = (INT64_C(1) << (8 * type->size - (type->is_signed ? 1 : 0))) - 1;
    for (size_t k = 0; k < count; k++)
        if (array_limits(&arrays[k], limit))
            return true;
    if (!counter->most)
        return false;
    add_guard(arena, loop, arena_printf(arena, "%s does not wrap round", counter->text),
              arena_printf(arena, "%s <= %lld", last_text(loop, counter), (long long)limit));
    return true;
}

bool append_section(struct loop *loop, const struct append_array *array, const char **low,
                    const char **high)
{
    struct arena *arena = loop->trace->arena;
    const struct append_counter *counter = &loop->appends->counters.items[array->counter];
    const char *base = poly_wide_text(arena, array->low);
    if (!base || !counter->most)
        return false;
    if (counter->type->kind == TYPE_POINTER) {
        *low = base;
        *high =
            arena_printf(arena, "%s + (ppar_wide)%lld * ppar_total(&%s)", base,
                         (long long)(array->stride * counter->most), loop_variable(arena, loop));
        return true;
    }
    *low = arena_printf(arena, "%s + (ppar_wide)%lld * %s", base, (long long)array->stride,
                        counter->value);
    *high = arena_printf(arena, "%s + (ppar_wide)%lld * %s", base, (long long)array->stride,
                         last_text(loop, counter));
    return true;
}
