/*
 * a comes before b when for some level their counters are equal at all levels outside of it, and at
 * that level a's comes first. With one level that is i < j, or i > j for a loop that counts down.
 */
#include "iteration.h"

#include <isl/space.h>

isl_map *by_iteration(const struct trace *trace, isl_map *map)
{
    isl_size count = isl_map_dim(map, isl_dim_in);
    unsigned levels = trace->level_count;
    if (count < 0 || (unsigned)count <= levels)
        return map;
    return isl_map_project_out(map, isl_dim_in, levels, (unsigned)count - levels);
}

/* The pairs that differ first at LEVEL. */
static isl_map *order_at(const struct trace *trace, unsigned level)
{
    unsigned count = trace->level_count;
    isl_map *order = isl_map_universe(isl_space_alloc(trace->isl, 0, count, count));
    for (unsigned k = 0; k < level; k++)
        order = isl_map_equate(order, isl_dim_in, (int)k, isl_dim_out, (int)k);
    if (trace->levels[level].counts_down)
        return isl_map_order_gt(order, isl_dim_in, (int)level, isl_dim_out, (int)level);
    return isl_map_order_lt(order, isl_dim_in, (int)level, isl_dim_out, (int)level);
}

isl_map *iteration_order(const struct trace *trace)
{
    isl_map *order = NULL;
    for (unsigned k = 0; k < trace->level_count; k++)
        order = order ? isl_map_union(order, order_at(trace, k)) : order_at(trace, k);
    return order;
}

bool mentions_iteration(const struct trace *trace, const struct poly *value)
{
    for (unsigned k = 0; k < trace->level_count; k++)
        if (poly_mentions(value, trace->levels[k].counter))
            return true;
    return false;
}

const struct poly *level_trips(struct arena *arena, const struct level *level)
{
    int64_t distance, stride = level->step < 0 ? -level->step : level->step;
    const struct poly *way = level->counts_down ? poly_subtract(arena, level->start, level->bound)
                                                : poly_subtract(arena, level->bound, level->start);
    if (stride == 1)
        return way;
    if (!stride || !poly_is_constant(way, &distance) || distance <= 0)
        return NULL;
    return poly_constant(arena, (distance - 1) / stride + 1);
}

bool ranges_are_known(const struct trace *trace)
{
    for (unsigned k = 0; k < trace->level_count; k++)
        if ((!trace->levels[k].bound || !trace->levels[k].step) && !trace->levels[k].is_numbered)
            return false;
    return trace->level_count > 0;
}
