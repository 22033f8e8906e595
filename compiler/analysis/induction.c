/*
 * Let a variable be S when the loop begins. A walk that took it to stay S saw that the body makes
 * it S + D; the lesson notes D, and the next walk takes the variable to be S + D * k at the head of
 * the iteration with number k, counted from 0. If the body turns that into S + D * (k + 1), the
 * guess is right for all iterations by induction. Else the variable is opaque from then on.
 *
 * D is kept from one walk to the next, so it may only be made of atoms that both walks share, those
 * of the whole annotated loop: symbols and its counter. The loop's own number is the number of a
 * loop that is not canonical, and (counter - start) / step of one that is.
 */
#include "induction.h"

#include "relation.h"

static bool is_shared(const struct poly *value)
{
    for (size_t k = 0; k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++) {
            enum atom_kind kind = value->terms[k].atoms[d]->kind;
            if (kind != ATOM_SYMBOL && kind != ATOM_COUNTER)
                return false;
        }
    return true;
}

const struct poly *induction_step(struct walker *walker, const struct value *before,
                                  const struct value *after)
{
    const struct poly *step = NULL;
    if (before->kind != after->kind)
        return NULL;
    if (before->kind == VALUE_INTEGER)
        step = poly_subtract(walker->arena, after->integer, before->integer);
    if (before->kind == VALUE_POINTER && before->pointer.object == after->pointer.object)
        step = poly_subtract(walker->arena, after->pointer.offset, before->pointer.offset);
    return step && step->count && is_shared(step) ? step : NULL;
}

/* STEP times the number of LOOP's iteration. */
static const struct poly *way_of(struct walker *walker, const struct inner_loop *loop,
                                 const struct poly *step)
{
    struct arena *arena = walker->arena;
    if (!loop->counter)
        return poly_multiply(arena, step, poly_atom(arena, loop->number));
    if (!loop->start || !loop->step)
        return NULL;
    const struct poly *distance =
        poly_subtract(arena, poly_atom(arena, loop->counter), loop->start);
    int64_t stride = loop->step < 0 ? -loop->step : loop->step;
    const struct poly *whole =
        poly_divide_exactly(arena, loop->step < 0 ? poly_scale(arena, step, -1) : step, stride);
    if (whole)
        return poly_multiply(arena, whole, distance);
    const struct poly *number = trace_derived(
        walker->trace, DERIVED_QUOTIENT,
        loop->step < 0 ? poly_scale(arena, distance, -1) : distance, stride, walker->integer_type);
    return poly_multiply(arena, step, number);
}

bool induction_value(struct walker *walker, const struct inner_loop *loop,
                     const struct value *first, const struct poly *step, struct value *value)
{
    const struct poly *way = way_of(walker, loop, step);
    *value = *first;
    if (first->kind == VALUE_INTEGER)
        return (value->integer = poly_add(walker->arena, first->integer, way));
    if (first->kind != VALUE_POINTER)
        return false;
    value->pointer.limit = NULL;
    return (value->pointer.offset = poly_add(walker->arena, first->pointer.offset, way));
}

const struct poly *induction_trips(struct walker *walker, const struct inner_loop *loop)
{
    struct arena *arena = walker->arena;
    bool is_down = loop->step < 0;
    int64_t stride = is_down ? -loop->step : loop->step, distance;
    if (!loop->is_exact || !loop->start || !loop->bound || !stride)
        return NULL;
    const struct poly *way =
        poly_scale(arena, poly_subtract(arena, loop->bound, loop->start), is_down ? -1 : 1);
    if (poly_is_constant(way, &distance))
        return poly_constant(arena, distance <= 0 ? 0 : (distance - 1) / stride + 1);
    const struct poly *trips = trace_derived(walker->trace, DERIVED_QUOTIENT,
                                             poly_add(arena, way, poly_constant(arena, stride - 1)),
                                             stride, walker->integer_type);
    if (stride == 1)
        trips = way;
    if (value_is_natural(walker->trace, loop->context, way))
        return trips;
    const struct poly *none = poly_constant(arena, 0);
    return trace_select(walker->trace, OP_LT, none, way, trips, none, walker->integer_type);
}

const struct poly *induction_last_counter(struct walker *walker, const struct inner_loop *loop,
                                          const struct poly *trips)
{
    return poly_add(walker->arena, loop->start, poly_scale(walker->arena, trips, loop->step));
}

/* From the head of any iteration to the end of them all. */
static const struct poly *finish(struct walker *walker, const struct inner_loop *loop,
                                 const struct poly *head, const struct change *change,
                                 const struct poly *trips)
{
    if (!change->step || change->head == HEAD_OPAQUE)
        return NULL;
    if (change->head == HEAD_LINE)
        head = poly_subtract(walker->arena, head, way_of(walker, loop, change->step));
    return poly_add(walker->arena, head, poly_multiply(walker->arena, change->step, trips));
}

bool induction_end(struct walker *walker, const struct inner_loop *loop, const struct value *head,
                   const struct change *change, const struct poly *trips, struct value *value)
{
    *value = *head;
    if (head->kind == VALUE_INTEGER)
        return (value->integer = finish(walker, loop, head->integer, change, trips));
    if (head->kind != VALUE_POINTER)
        return false;
    return (value->pointer.offset = finish(walker, loop, head->pointer.offset, change, trips));
}
