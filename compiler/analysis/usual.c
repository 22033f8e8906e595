/*
 * Usual values are those for which the loop has many iterations, 1000 or, where arrays are too
 * small for that, half of as many as fit; loops inside have some; no number is below 0; and every
 * subscript stays in its dimension. They are a matter of taste, and decide nothing but whether a
 * guard is worth having: what is not usual is neither taken to be impossible nor to be safe.
 */
#include "usual.h"

#include <isl/aff.h>

#include <stdlib.h>

enum { MANY_TRIPS = 1000, FEW_TRIPS = 7, SOME_TRIPS = 8, MAX_BOUNDS = 40 };

const struct poly *product_of(struct trace *trace, const char *name)
{
    const struct poly *product = poly_constant(trace->arena, 1);
    for (const char *p = name; *p == 's' || *p == '_';) {
        char *end;
        unsigned long id = strtoul(p + 1, &end, 10);
        if (end == p + 1 || id >= trace->atoms.count)
            return NULL;
        product =
            poly_multiply(trace->arena, product, poly_atom(trace->arena, trace->atoms.items[id]));
        p = end;
    }
    return product;
}

/* The condition that each loop of CONTEXT has room for some iterations, if that is not settled. */
static struct context *room_for_some(struct trace *trace, const struct context *context)
{
    struct context *conditions = NULL;
    for (const struct context *link = context; link; link = link->outer) {
        const struct inner_loop *loop = link->kind == CONTEXT_LOOP ? link->loop : NULL;
        int64_t distance;
        if (!loop || !loop->start || !loop->bound || !loop->step ||
            poly_constant_difference(loop->bound, loop->start, &distance))
            continue;
        struct context *condition = ARENA_NEW(trace->arena, struct context);
        *condition = (struct context){.outer = conditions, .kind = CONTEXT_CONDITION};
        condition->left = poly_add(trace->arena, loop->start,
                                   poly_constant(trace->arena, SOME_TRIPS * loop->step));
        condition->right = loop->bound;
        condition->op = loop->step < 0 ? OP_GT : OP_LT;
        conditions = condition;
    }
    return conditions;
}

/* Where the loop of LEVEL has at least TRIPS iterations. */
static isl_set *restrict_to_trips(const struct instance *instance, isl_set *set,
                                  const struct level *level, int64_t trips, bool *exact)
{
    struct arena *arena = instance->trace->arena;
    const struct poly *way = poly_constant(arena, level->step * (trips - 1));
    struct context last = {.kind = CONTEXT_CONDITION, .right = level->bound};
    last.left = poly_add(arena, poly_atom(arena, level->counter), way);
    last.op = level->counts_down ? OP_GT : OP_LT;
    if (level->is_numbered)
        return set;
    return restrict_to_context(instance, set, &last, NULL, exact);
}

isl_set *possible_values(struct trace *trace, isl_set *set, int64_t trips, struct context *context)
{
    struct instance instance = instance_of(trace, context, NULL, NULL);
    isl_set *values = instance_universe(&instance);
    isl_size count = isl_set_dim(set, isl_dim_param);
    for (isl_size k = 0; k < count; k++) {
        const struct poly *symbol =
            product_of(trace, isl_set_get_dim_name(set, isl_dim_param, (unsigned)k));
        values = restrict_to_symbols(&instance, values, symbol);
    }
    bool exact = true, is_context_exact = true;
    for (unsigned k = 0; k < trace->level_count; k++)
        values = restrict_to_trips(&instance, values, &trace->levels[k], trips, &exact);
    values = restrict_to_context(&instance, values, context, NULL, &is_context_exact);
    if (trips > 1)
        values = restrict_to_context(&instance, values, room_for_some(trace, context), NULL,
                                     &is_context_exact);
    return isl_set_params(exact ? values : isl_set_free(values));
}

static bool is_certainly_empty(isl_set *set)
{
    bool empty = isl_set_is_empty(set) != isl_bool_false;
    isl_set_free(set);
    return empty;
}

/* No number is below 0. */
static isl_set *natural(isl_set *values)
{
    isl_size count = isl_set_dim(values, isl_dim_param);
    for (isl_size k = 0; k < count; k++)
        values = isl_set_lower_bound_si(values, isl_dim_param, (unsigned)k, 0);
    return values;
}

/* ---- bounds ------------------------------------------------------------------------------- */

/* VALUES without those for which VALUE, where it arises in CONTEXT, is below 0 or not below END. */
static isl_set *keep_within(struct trace *trace, isl_set *values, struct context *context,
                            const struct poly *value, const struct poly *end)
{
    struct instance instance = instance_of(trace, context, value, NULL);
    bool exact = true;
    query_begin(trace);
    isl_pw_aff *affine = poly_is_opaque(value) ? NULL : affine_value(&instance, value);
    isl_pw_aff *rest = affine_value(&instance, poly_subtract(trace->arena, end, value));
    if (!affine || !rest) {
        isl_pw_aff_free(affine);
        isl_pw_aff_free(rest);
        return values;
    }
    isl_set *inside = isl_set_intersect(isl_pw_aff_nonneg_set(affine), isl_pw_aff_pos_set(rest));
    isl_set *outside =
        restrict_to_context(&instance, instance_universe(&instance), context, NULL, &exact);
    outside = isl_set_params(isl_set_subtract(outside, inside));
    isl_set *kept = isl_set_coalesce(isl_set_subtract(isl_set_copy(values), outside));
    if (!kept)
        return values;
    isl_set_free(values);
    return kept;
}

/* VALUES for which subscripts keep to their dimensions, and accesses to their variables. */
static isl_set *keep_bounds(struct trace *trace, isl_set *values)
{
    size_t budget = MAX_BOUNDS;
    for (size_t k = 0; k < trace->subscripts.count && budget; k++, budget--) {
        const struct subscript *subscript = &trace->subscripts.items[k];
        values = keep_within(trace, values, subscript->context, subscript->value, subscript->count);
    }
    for (size_t k = 0; k < trace->accesses.count && budget; k++) {
        const struct access *access = &trace->accesses.items[k];
        int64_t length;
        if (access->object->kind != OBJECT_VARIABLE || access->object->type->size <= 0 ||
            !poly_is_constant(access->length, &length) || poly_is_invariant(access->offset))
            continue;
        values = keep_within(trace, values, access->context, access->offset,
                             poly_constant(trace->arena, access->object->type->size - length + 1));
        budget--;
    }
    return values;
}

/* ---- trips -------------------------------------------------------------------------------- */

/* Values of SYMBOLS within BOUNDS for which the loop has TRIPS iterations, and what the guard is
 * about does happen. */
static isl_set *values_with(struct trace *trace, const struct occasion *occasion,
                            __isl_keep isl_set *symbols, __isl_keep isl_set *bounds, int64_t trips)
{
    query_begin(trace);
    isl_set *first = possible_values(trace, symbols, trips, occasion->first);
    isl_set *second = possible_values(trace, symbols, trips, occasion->second);
    return isl_set_intersect(natural(isl_set_intersect(first, second)), isl_set_copy(bounds));
}

/* The same for as many iterations as the loop may well have. */
static isl_set *usual_values(struct trace *trace, const struct occasion *occasion,
                             __isl_keep isl_set *symbols, __isl_take isl_set *bounds)
{
    int64_t trips = MANY_TRIPS;
    query_begin(trace);
    bool has_few = is_certainly_empty(possible_values(trace, symbols, FEW_TRIPS, NULL));
    while (trips > (has_few ? 2 : FEW_TRIPS) &&
           is_certainly_empty(values_with(trace, occasion, symbols, bounds, trips)))
        trips /= 2;
    isl_set *usual = values_with(trace, occasion, symbols, bounds, trips / 2 + 1);
    isl_set_free(bounds);
    return usual;
}

/* SAFE has CHOSEN parts, of which one at least HAS_USUAL values. What is usual only if arrays were
 * larger is no reason for a guard, but makes it simpler. */
struct selection {
    isl_set *usual, *usual_beyond, *chosen;
    bool has_usual;
};

static isl_stat select_usual(isl_basic_set *part, void *data)
{
    struct selection *selection = data;
    isl_set *set = isl_set_from_basic_set(part);
    bool is_usual = isl_set_is_disjoint(set, selection->usual) == isl_bool_false;
    selection->has_usual |= is_usual;
    if (is_usual || isl_set_is_disjoint(set, selection->usual_beyond) == isl_bool_false)
        selection->chosen = selection->chosen ? isl_set_union(selection->chosen, set) : set;
    else
        isl_set_free(set);
    return isl_stat_ok;
}

isl_set *usual_part(struct trace *trace, const struct occasion *occasion, isl_set *safe)
{
    struct selection selection = {0};
    isl_set *all = isl_set_universe(isl_set_get_space(safe));
    selection.usual_beyond = usual_values(trace, occasion, safe, isl_set_copy(all));
    selection.usual = usual_values(trace, occasion, safe, keep_bounds(trace, all));
    bool is_done = isl_set_foreach_basic_set(safe, select_usual, &selection) == isl_stat_ok;
    if (!is_done || !selection.has_usual)
        selection.chosen = isl_set_free(selection.chosen);
    isl_set_free(selection.usual);
    isl_set_free(selection.usual_beyond);
    isl_set_free(safe);
    return selection.chosen;
}
