/* Iterations of a loop that are done before its workers begin; see gaps.c. */
#ifndef PPAR_GAPS_H
#define PPAR_GAPS_H

#include "schedule.h"

#include <stddef.h>

/* COUNT ranges, none empty, ascending, with a gap between any two. */
struct gaps {
    struct range *done;
    size_t count;
};

/* Whether iteration K is done. */
int gaps_are_done(const struct gaps *gaps, uint64_t k);

/* How far iterations from FIRST on, which is below END, are all done or all to be done: at most
 * END. */
uint64_t gaps_border(const struct gaps *gaps, uint64_t first, uint64_t end);

/* How many are done in all. */
uint64_t gaps_total(const struct gaps *gaps);

#endif
