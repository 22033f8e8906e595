/*
 * What makes a guard worth having. One that holds for a handful of iterations only, or for negative
 * numbers, or when loops inside have nothing to do, would call a serial loop parallel.
 */
#ifndef PPCC_USUAL_H
#define PPCC_USUAL_H

#include "relation.h"

/* Where something happens that a guard is about. */
struct occasion {
    struct context *first, *second;
};

/* The values that SET's symbols can have by their types, and by what is known of the loop: it has
 * at least TRIPS iterations, and something happens in CONTEXT. */
isl_set *possible_values(struct trace *trace, __isl_keep isl_set *set, int64_t trips,
                         struct context *context);

/* The parts of SAFE with usual values in them; NULL: there are none. */
isl_set *usual_part(struct trace *trace, const struct occasion *occasion, __isl_take isl_set *safe);

/* The value for which a symbol of a set stands: the product that its NAME tells. NULL: it is not
 * one of relation.c's. */
const struct poly *product_of(struct trace *trace, const char *name);

#endif
