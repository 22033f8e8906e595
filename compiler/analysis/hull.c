/*
 * Counters are eliminated from the inside out. A value that is affine in a counter is least and
 * greatest at an end of the counter's range, so both ends are put in its place; where the
 * coefficient's sign is known, one of them is enough. What is left are corners, values of symbols,
 * among them the least and the greatest. Conditions are not looked at: they make the hull smaller.
 *
 * A loop inside may have no iteration, and then its "last" counter is before its first; the corners
 * mean nothing, but nothing is accessed either.
 */
#include "hull.h"

enum { MAX_CORNERS = 16 };

struct corners {
    struct trace *trace;
    bool wants_least;
    size_t count;
    const struct poly *values[MAX_CORNERS];
    bool failed;
};

/* A value that is never better than one that is there already is left out. */
static void add_corner(struct corners *corners, const struct poly *value)
{
    int64_t difference;
    for (size_t k = 0; value && k < corners->count; k++) {
        if (!poly_constant_difference(value, corners->values[k], &difference))
            continue;
        if (corners->wants_least ? difference < 0 : difference > 0)
            corners->values[k] = value;
        return;
    }
    if (!value || corners->count == MAX_CORNERS)
        corners->failed = true;
    else
        corners->values[corners->count++] = value;
}

/* VALUE = *FACTOR * ATOM + *REST; false when it is not affine in ATOM. */
static bool split_by(struct arena *arena, const struct poly *value, const struct atom *atom,
                     const struct poly **factor, const struct poly **rest)
{
    *rest = poly_replace(arena, value, atom, poly_constant(arena, 0));
    const struct poly *at_one = poly_replace(arena, value, atom, poly_constant(arena, 1));
    const struct poly *at_two = poly_replace(arena, value, atom, poly_constant(arena, 2));
    *factor = poly_subtract(arena, at_one, *rest);
    return *factor && poly_equal(poly_add(arena, at_one, *factor), at_two);
}

static void add_values(struct corners *to, const struct corners *from)
{
    to->failed |= from->failed;
    for (size_t k = 0; k < from->count; k++)
        add_corner(to, from->values[k]);
}

/* Each corner with ATOM at FIRST or LAST; ORDERED: FIRST <= LAST. */
static void eliminate(struct corners *corners, const struct atom *atom, const struct poly *first,
                      const struct poly *last, bool ordered)
{
    struct arena *arena = corners->trace->arena;
    struct corners made = {.trace = corners->trace, .wants_least = corners->wants_least};
    for (size_t k = 0; k < corners->count; k++) {
        const struct poly *factor, *rest;
        int64_t constant;
        if (!poly_mentions(corners->values[k], atom)) {
            add_corner(&made, corners->values[k]);
            continue;
        }
        if (!split_by(arena, corners->values[k], atom, &factor, &rest)) {
            corners->failed = true;
            return;
        }
        bool is_known = poly_is_constant(factor, &constant) && ordered;
        bool rises = is_known && (constant > 0) != corners->wants_least;
        if (!is_known || !rises)
            add_corner(&made, poly_add(arena, rest, poly_multiply(arena, factor, first)));
        if (!is_known || rises)
            add_corner(&made, poly_add(arena, rest, poly_multiply(arena, factor, last)));
    }
    made.failed |= corners->failed;
    *corners = made;
}

/* From FIRST to LAST upwards, whichever way the loop goes. */
static void eliminate_range(struct corners *corners, const struct atom *atom,
                            const struct poly *start, const struct poly *bound, bool counts_down)
{
    struct arena *arena = corners->trace->arena;
    const struct poly *one = poly_constant(arena, 1);
    if (!atom || !start || !bound)
        corners->failed = true;
    else if (counts_down)
        eliminate(corners, atom, poly_add(arena, bound, one), start, true);
    else
        eliminate(corners, atom, start, poly_subtract(arena, bound, one), true);
}

/* ---- derived values ----------------------------------------------------------------------- */

/* The ends of a derived value's range, as far as they are constants. */
static bool constant_range(const struct atom *atom, int64_t *least, int64_t *greatest)
{
    const struct type *type = atom->type;
    switch (atom->derivation) {
    case DERIVED_REMAINDER:
        *greatest = atom->divisor - 1;
        *least = type && !type->is_signed ? 0 : -*greatest;
        return true;
    case DERIVED_FLOOR_MODULO:
        *least = 0;
        *greatest = atom->divisor - 1;
        return true;
    default:
        return false;
    }
}

/* A value of a narrow type is within the type's range. */
static bool type_range(const struct type *type, int64_t *least, int64_t *greatest)
{
    if (!type || type->kind != TYPE_INTEGER || type->size < 1 || type->size > 2)
        return false;
    unsigned bits = type->is_bool ? 1 : 8 * (unsigned)type->size;
    bool is_signed = type->is_signed && !type->is_bool;
    *least = is_signed ? -(INT64_C(1) << (bits - 1)) : 0;
    *greatest = (INT64_C(1) << (is_signed ? bits - 1 : bits)) - 1;
    return true;
}

static bool is_unresolved(struct arena *arena, struct atom *atom)
{
    if (atom->kind == ATOM_DERIVED)
        return atom->derivation == DERIVED_SELECT || !poly_is_invariant(poly_atom(arena, atom));
    return atom->kind == ATOM_OPAQUE || atom->kind == ATOM_LOAD;
}

/* The atom of VALUE that is to go first: one that is derived from others, or opaque. */
static struct atom *find_unresolved(struct arena *arena, const struct poly *value)
{
    for (size_t k = 0; k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++)
            if (is_unresolved(arena, value->terms[k].atoms[d]))
                return value->terms[k].atoms[d];
    return NULL;
}

static bool resolve_one(struct corners *corners)
{
    struct arena *arena = corners->trace->arena;
    for (size_t k = 0; k < corners->count; k++) {
        struct atom *atom = find_unresolved(arena, corners->values[k]);
        int64_t least, greatest;
        if (!atom)
            continue;
        if (atom->kind == ATOM_DERIVED && atom->derivation == DERIVED_SELECT)
            eliminate(corners, atom, atom->operands[2], atom->operands[3], false);
        else if ((atom->kind == ATOM_DERIVED && constant_range(atom, &least, &greatest)) ||
                 type_range(atom->type, &least, &greatest))
            eliminate(corners, atom, poly_constant(arena, least), poly_constant(arena, greatest),
                      true);
        else
            corners->failed = true;
        return true;
    }
    return false;
}

/* ---- one access --------------------------------------------------------------------------- */

/* The corners of VALUE, which arises in CONTEXT. */
static void find_corners(struct corners *corners, const struct context *context,
                         const struct poly *value)
{
    const struct trace *trace = corners->trace;
    add_corner(corners, value);
    for (const struct context *link = context; link && !corners->failed; link = link->outer) {
        while (!corners->failed && resolve_one(corners))
            ;
        if (link->kind == CONTEXT_LOOP && link->loop->counter)
            eliminate_range(corners, link->loop->counter, link->loop->start, link->loop->bound,
                            link->loop->step < 0);
    }
    while (!corners->failed && resolve_one(corners))
        ;
    for (unsigned k = trace->level_count; k-- > 0;) {
        const struct level *level = &trace->levels[k];
        if (!corners->failed)
            eliminate_range(corners, level->counter, level->start, level->bound,
                            level->counts_down);
        while (!corners->failed && resolve_one(corners))
            ;
    }
    for (size_t k = 0; k < corners->count; k++)
        corners->failed |= !poly_is_invariant(corners->values[k]);
}

static bool finish(const struct corners *lows, const struct corners *highs, struct hull *hull)
{
    struct arena *arena = lows->trace->arena;
    *hull = (struct hull){0};
    for (size_t k = 0; k < lows->count; k++)
        LIST_PUSH(arena, hull->lows, lows->values[k]);
    for (size_t k = 0; k < highs->count; k++)
        LIST_PUSH(arena, hull->highs, highs->values[k]);
    return !lows->failed && !highs->failed && lows->count && highs->count;
}

bool hull_find_part(struct trace *trace, const struct object *object, hull_part *part,
                    struct hull *hull)
{
    struct corners lows = {.trace = trace, .wants_least = true}, highs = {.trace = trace};
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != object)
            continue;
        struct corners low = {.trace = trace, .wants_least = true}, high = {.trace = trace};
        const struct poly *from, *to;
        part(trace, access, &from, &to);
        find_corners(&low, access->context, from);
        find_corners(&high, access->context, to);
        add_values(&lows, &low);
        add_values(&highs, &high);
    }
    return finish(&lows, &highs, hull);
}

static void bytes_of(struct trace *trace, const struct access *access, const struct poly **low,
                     const struct poly **high)
{
    *low = access->offset;
    *high = poly_add(trace->arena, access->offset, access->length);
}

bool hull_find(struct trace *trace, const struct object *object, struct hull *hull)
{
    return hull_find_part(trace, object, bytes_of, hull);
}

bool hull_of_value(struct trace *trace, const struct context *context, const struct poly *value,
                   struct hull *hull)
{
    struct corners low = {.trace = trace, .wants_least = true}, high = {.trace = trace};
    find_corners(&low, context, value);
    find_corners(&high, context, value);
    return finish(&low, &high, hull);
}
