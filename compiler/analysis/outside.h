/* Subscripts that leave the row of an array that they belong to. */
#ifndef PPCC_OUTSIDE_H
#define PPCC_OUTSIDE_H

#include "depend.h"

enum { SMALL_SPOT = 1 << 30 };

/* An element in one iteration, for given values of the symbols. */
struct spot {
    int64_t iteration; /* the counter's value */
    int64_t element;   /* in units of the layout, which has no strides */
    unsigned symbol_count;
    const char *symbols[MAX_DIMS]; /* as isl calls them */
    int64_t values[MAX_DIMS];
};

/* "v[0][4] is beyond the end of v[0]", when ACCESS surely leaves its row for the spot; else
 * NULL. */
const char *outside_of_row(struct trace *trace, const struct layout *layout,
                           const struct access *access, const struct spot *spot);

#endif
