/* Iterations that take too long; see watch.c. */
#ifndef PPAR_WATCH_H
#define PPAR_WATCH_H

#include "run.h"

/* Whether iterations of the loop have a time limit. */
int watch_is_on(const struct policy *policy);

/* In a worker: a chunk begins, and all of it is computed. */
void watch_start(struct ppar_run *run);
void watch_end(struct ppar_run *run);

/* In the parent: how long it may sleep, at most MOST milliseconds; and a look at all workers, of
 * which those that are overdue are killed. */
int watch_patience(const struct ppar_run *run, int most);
void watch_look(struct ppar_run *run);

/* The median of COUNTS, as share.h has them, in nanoseconds; 0: there are fewer than LEAST. */
double watch_median(const _Atomic uint32_t *counts, uint64_t least);

/* Which of the counts a duration belongs to. */
unsigned watch_step(uint64_t nanoseconds);

#endif
