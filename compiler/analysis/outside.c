/*
 * C lays the rows of an array one behind the other, so v[0][4] of rows with four elements is
 * v[1][0]. A program that means it has no meaning in C, but it has a result. The dependence test
 * works with the bytes, so it finds such collisions; here they get the name that the source has for
 * them.
 *
 * Of one iteration's accesses to one element, those within their row are looked for: only when
 * there is none has the row been left for certain.
 */
#include "outside.h"

#include "cover.h"
#include "render.h"

#include <isl/aff.h>
#include <isl/point.h>
#include <isl/val.h>

/* The instances of ACCESS in which it touches the element of SPOT in the iteration. */
static isl_set *instances_at(struct trace *trace, const struct layout *layout,
                             const struct access *access, const struct spot *spot)
{
    bool known;
    isl_map *map = touched_elements(trace, layout, access, &known);
    map = isl_map_fix_si(map, isl_dim_in, 0, (int)spot->iteration);
    map = isl_map_fix_si(map, isl_dim_out, 0, (int)spot->element);
    return isl_map_domain(map);
}

/* SET where the symbols have their values. */
static isl_set *at_values(isl_set *set, const struct spot *spot)
{
    for (unsigned k = 0; k < spot->symbol_count; k++) {
        int at = isl_set_find_dim_by_name(set, isl_dim_param, spot->symbols[k]);
        if (at >= 0)
            set = isl_set_fix_si(set, isl_dim_param, (unsigned)at, (int)spot->values[k]);
    }
    return set;
}

/* A value that ROW has in SET. */
static bool value_in(isl_set *set, isl_pw_aff *row, int64_t *value)
{
    isl_map *values = isl_map_intersect_domain(isl_map_from_pw_aff(row), set);
    isl_point *point = isl_set_sample_point(isl_map_range(values));
    bool is_found = isl_point_is_void(point) == isl_bool_false;
    isl_val *val = is_found ? isl_point_get_coordinate_val(point, isl_dim_set, 0) : NULL;
    is_found = is_found && isl_val_is_int(val) == isl_bool_true;
    *value = is_found ? isl_val_get_num_si(val) : 0;
    isl_val_free(val);
    isl_point_free(point);
    return is_found;
}

/* Whether ACCESS has left the row LEFT for the spot; *START is where that one starts. */
static bool left_row(struct trace *trace, const struct layout *layout, const struct access *access,
                     const struct row *left, const struct spot *spot, int64_t *start)
{
    struct instance instance = instance_of(trace, access->context, access->offset, access->length);
    const struct poly *size = poly_constant(trace->arena, left->type->size);
    const struct poly *inside = poly_subtract(trace->arena, access->offset, left->offset);
    query_begin(trace);
    isl_pw_aff *row = affine_value(&instance, left->offset);
    isl_pw_aff *distance = affine_value(&instance, inside);
    isl_pw_aff *end = affine_value(&instance, poly_subtract(trace->arena, inside, size));
    if (!row || !distance || !end) {
        isl_pw_aff_free(row);
        isl_pw_aff_free(distance);
        isl_pw_aff_free(end);
        return false;
    }
    isl_set *within = isl_set_subtract(isl_pw_aff_nonneg_set(distance), isl_pw_aff_nonneg_set(end));
    isl_set *all = at_values(instances_at(trace, layout, access, spot), spot);
    isl_set *fine = isl_set_intersect(isl_set_copy(all), within);
    bool is_left = isl_set_is_empty(fine) == isl_bool_true;
    isl_set_free(fine);
    if (is_left)
        return value_in(all, row, start);
    isl_set_free(all);
    isl_pw_aff_free(row);
    return false;
}

/* NAME, a row of TYPE, with the subscripts of what lies DISTANCE bytes from its start. */
static const char *subscripted(struct arena *arena, const char *name, const struct type *type,
                               int64_t distance)
{
    for (; type->kind == TYPE_ARRAY && type->target->size > 0; type = type->target) {
        int64_t size = type->target->size;
        int64_t index = distance >= 0 ? distance / size : -((size - 1 - distance) / size);
        name = arena_printf(arena, "%s[%lld]", name, (long long)index);
        distance -= index * size;
    }
    return name;
}

const char *outside_of_row(struct trace *trace, const struct layout *layout,
                           const struct access *access, const struct spot *spot)
{
    int64_t start, byte = spot->element * layout->unit;
    bool is_small = spot->iteration > -SMALL_SPOT && spot->iteration < SMALL_SPOT &&
                    spot->element > -SMALL_SPOT && spot->element < SMALL_SPOT;
    if (!is_small || layout->count || !access->offset || !access->length)
        return NULL;
    for (const struct row *row = access->row; row; row = row->outer) {
        if (row->type->size <= 0 || !row->offset ||
            !left_row(trace, layout, access, row, spot, &start))
            continue;
        const char *name = location_name(trace->arena, access->object,
                                         poly_constant(trace->arena, start), row->type);
        return arena_printf(trace->arena, "%s is %s of %s",
                            subscripted(trace->arena, name, row->type, byte - start),
                            byte < start ? "before the start" : "beyond the end", name);
    }
    return NULL;
}
