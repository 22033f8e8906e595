/*
 * The witness of a flow dependence is the least one: the conflicts are points of (symbols, earlier
 * iteration, later iteration, element), and the lexicographically least point is taken, with the
 * symbols kept from being negative where that is possible, since "n = 2" says more to a reader than
 * "m = -2147483648".
 */
#include "witness.h"

#include "cover.h"
#include "iteration.h"
#include "outside.h"
#include "render.h"

#include <isl/id.h>
#include <isl/point.h>
#include <isl/space.h>
#include <isl/val.h>

#include <string.h>

enum { SMALL_NUMBER = 1000, LEXMIN_OPERATIONS = 15000 };

/* { [earlier, later, element...] } */
static isl_set *conflicts(const struct trace *trace, const struct use *use,
                          const struct access *write, const struct access *read)
{
    bool known;
    isl_map *writes =
        by_iteration(trace, touched_elements((struct trace *)trace, &use->layout, write, &known));
    isl_map *reads =
        by_iteration(trace, exposed_elements((struct trace *)trace, &use->layout, read, &known));
    isl_map *pairs = isl_map_range_product(isl_map_reverse(writes), isl_map_reverse(reads));
    pairs = isl_map_flatten_range(pairs);
    isl_set *order = isl_set_flatten(isl_map_wrap(iteration_order(trace)));
    pairs = isl_map_intersect_range(pairs, order);
    return isl_set_flatten(isl_map_wrap(isl_map_reverse(pairs)));
}

static isl_set *with_natural_symbols(isl_set *set)
{
    isl_size count = isl_set_dim(set, isl_dim_param);
    for (isl_size k = 0; k < count; k++)
        set = isl_set_lower_bound_si(set, isl_dim_param, (unsigned)k, 0);
    return set;
}

/* Small numbers are easier to find, and to read. */
static isl_set *with_small_numbers(isl_set *set)
{
    static const enum isl_dim_type types[] = {isl_dim_param, isl_dim_set};
    for (size_t t = 0; t < 2; t++) {
        isl_size count = isl_set_dim(set, types[t]);
        for (isl_size k = 0; k < count; k++)
            set = isl_set_upper_bound_si(set, types[t], (unsigned)k, SMALL_NUMBER);
    }
    return set;
}

static bool coordinate(isl_point *point, unsigned position, int64_t *value)
{
    isl_val *val = isl_point_get_coordinate_val(point, isl_dim_set, (int)position);
    bool fits = isl_val_is_int(val) == isl_bool_true && isl_val_cmp_si(val, INT64_MAX / 4) <= 0 &&
                isl_val_cmp_si(val, INT64_MIN / 4) >= 0;
    *value = fits ? isl_val_get_num_si(val) : 0;
    isl_val_free(val);
    return fits;
}

struct least {
    unsigned symbol_count;
    struct atom *symbols[MAX_DIMS]; /* NULL: a product */
    const char *names[MAX_DIMS];
    int64_t values[MAX_DIMS];
    unsigned levels;
    int64_t earlier[MAX_LEVELS], later[MAX_LEVELS];
    int64_t element[MAX_STRIDES + 1];
};

static bool read_point(const struct use *use, isl_point *point, struct least *least)
{
    bool fits = true;
    unsigned at = 0;
    for (unsigned k = 0; k < least->symbol_count; k++)
        fits &= coordinate(point, at++, &least->values[k]);
    for (unsigned k = 0; k < least->levels; k++)
        fits &= coordinate(point, at++, &least->earlier[k]);
    for (unsigned k = 0; k < least->levels; k++)
        fits &= coordinate(point, at++, &least->later[k]);
    for (unsigned k = 0; k <= use->layout.count; k++)
        fits &= coordinate(point, at++, &least->element[k]);
    return fits;
}

static void name_symbols(struct arena *arena, isl_set *set, struct least *least)
{
    for (unsigned k = 0; k < least->symbol_count; k++) {
        isl_id *id = isl_set_get_dim_id(set, isl_dim_param, k);
        least->symbols[k] = isl_id_get_user(id);
        least->names[k] = arena_strdup(arena, isl_id_get_name(id));
        isl_id_free(id);
    }
}

/* SET if there is anything in it, else OTHER. */
static isl_set *prefer(isl_set *set, isl_set *other)
{
    bool has_some = isl_set_is_empty(set) == isl_bool_false;
    isl_set_free(has_some ? other : set);
    return has_some ? set : other;
}

static bool least_conflict(const struct trace *trace, const struct use *use,
                           const struct access *write, const struct access *read,
                           struct least *least)
{
    query_begin((struct trace *)trace);
    isl_set *set = conflicts(trace, use, write, read);
    set = prefer(with_natural_symbols(isl_set_copy(set)), set);
    set = prefer(with_small_numbers(isl_set_copy(set)), set);
    query_begin((struct trace *)trace);
    isl_ctx_set_max_operations(trace->isl, LEXMIN_OPERATIONS); /* these take longest */
    isl_size symbols = isl_set_dim(set, isl_dim_param);
    if (symbols < 0 || symbols > MAX_DIMS) {
        isl_set_free(set);
        return false;
    }
    least->levels = trace->level_count;
    least->symbol_count = (unsigned)symbols;
    name_symbols(trace->arena, set, least);
    set = isl_set_move_dims(set, isl_dim_set, 0, isl_dim_param, 0, (unsigned)symbols);
    isl_point *point = isl_set_sample_point(isl_set_lexmin(set));
    bool found = isl_point_is_void(point) == isl_bool_false && read_point(use, point, least);
    isl_point_free(point);
    return found;
}

static bool symbol_value(const struct least *least, const struct atom *atom, int64_t *value)
{
    for (unsigned k = 0; k < least->symbol_count; k++)
        if (least->symbols[k] == atom) {
            *value = least->values[k];
            return true;
        }
    return false;
}

/* The pitch of rows has no value. */
static const struct poly *symbol_part(struct arena *arena, const struct least *least,
                                      struct atom *atom)
{
    int64_t value;
    if (atom->is_pitch)
        return poly_atom(arena, atom);
    return symbol_value(least, atom, &value) ? poly_constant(arena, value) : NULL;
}

/* The byte offset of the conflict's element, from its parts. */
static const struct poly *element_offset(struct arena *arena, const struct use *use,
                                         const struct least *least)
{
    const struct poly *offset =
        poly_constant(arena, least->element[use->layout.count] * use->layout.unit);
    for (unsigned k = 0; k < use->layout.count; k++) {
        const struct stride *stride = &use->layout.strides[k];
        const struct poly *part = poly_constant(arena, least->element[k] * stride->coefficient);
        for (unsigned d = 0; d < stride->degree; d++)
            part = poly_multiply(arena, part, symbol_part(arena, least, stride->symbols[d]));
        offset = poly_add(arena, offset, part);
    }
    return offset;
}

/* "m = 1, k = 2": the values of what the subscripts of WRITE and READ depend on besides counters.
 */
static const char *given_values(struct arena *arena, const struct least *least,
                                const struct access *write, const struct access *read)
{
    const char *text = NULL;
    for (unsigned k = 0; k < least->symbol_count; k++) {
        const struct atom *symbol = least->symbols[k];
        if (!symbol || !symbol->text)
            continue;
        if (!poly_mentions(write->offset, symbol) && !poly_mentions(read->offset, symbol))
            continue;
        const char *value =
            arena_printf(arena, "%s = %lld", symbol->text, (long long)least->values[k]);
        text = text ? arena_printf(arena, "%s, %s", text, value) : value;
    }
    return text;
}

static bool has_numbered_level(const struct trace *trace)
{
    for (unsigned k = 0; k < trace->level_count; k++)
        if (trace->levels[k].is_numbered)
            return true;
    return false;
}

/* Only iterations of one counter are looked at. */
static const char *outside(const struct loop *loop, const struct use *use,
                           const struct least *least, const struct access *access,
                           const int64_t *iteration)
{
    struct spot spot = {.iteration = iteration[0],
                        .element = least->element[0],
                        .symbol_count = least->symbol_count};
    for (unsigned k = 0; k < least->symbol_count; k++) {
        if (least->values[k] <= -SMALL_SPOT || least->values[k] >= SMALL_SPOT)
            return NULL;
        spot.symbols[k] = least->names[k];
        spot.values[k] = least->values[k];
    }
    return least->levels == 1 ? outside_of_row(loop->trace, &use->layout, access, &spot) : NULL;
}

bool find_witness(const struct loop *loop, const struct use *use, const struct access *write,
                  const struct access *read, struct witness *witness)
{
    struct least least;
    if (has_numbered_level(loop->trace) || !least_conflict(loop->trace, use, write, read, &least))
        return false;
    const struct poly *offset = element_offset(loop->trace->arena, use, &least);
    if (!offset)
        return false;
    witness->levels = least.levels;
    memcpy(witness->first, least.earlier, sizeof witness->first);
    memcpy(witness->second, least.later, sizeof witness->second);
    witness->given = given_values(loop->trace->arena, &least, write, read);
    witness->location = location_name(loop->trace->arena, use->object, offset, read->type);
    witness->written_outside = outside(loop, use, &least, write, least.earlier);
    witness->read_outside = outside(loop, use, &least, read, least.later);
    return witness->is_concrete = true;
}
