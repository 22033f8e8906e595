/*
 * Iterations are vectors of the counters of the trace's levels, one without collapse. They run in
 * lexicographic order, each counter in the direction in which its loop goes.
 */
#ifndef PPCC_ITERATION_H
#define PPCC_ITERATION_H

#include "relation.h"

/* A relation from instances reduced to one from iterations. */
isl_map *by_iteration(const struct trace *trace, __isl_take isl_map *map);

/* { [iteration] -> [iteration] : the first one comes before the second } */
__isl_give isl_map *iteration_order(const struct trace *trace);

/* Whether VALUE depends on the counter of some level. */
bool mentions_iteration(const struct trace *trace, const struct poly *value);

/* How many iterations the loop of LEVEL has, where it has any. NULL: not known. */
const struct poly *level_trips(struct arena *arena, const struct level *level);

/* Whether the range of each counter is known. */
bool ranges_are_known(const struct trace *trace);

#endif
