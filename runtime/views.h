/* What a loop reads and writes, for workers that were forked before it began; see views.c. */
#ifndef PPAR_VIEWS_H
#define PPAR_VIEWS_H

#include "api.h"
#include "reduce.h"
#include "turn.h"

#include <stddef.h>
#include <stdint.h>

#define VIEWS 32 /* at most */

/* Private, writable memory of the process. */
struct span {
    uintptr_t start, end;
};

#define SPANS       64   /* at most */
#define FIXED_BYTES 1024 /* of fixed values, at most */

/* Fills SPANS, and returns how many there are. */
unsigned views_find_spans(struct span *spans);

/* Whether the views are such that the loop can be run by workers that stay at all. */
int views_are_known(const struct ppar_loop *loop);

/* Bytes of arrays that are large enough to be shared and are not yet. */
double views_to_share(const struct ppar_loop *loop);

/* Shares large arrays. 0: something else is in the way. */
int views_share(const struct ppar_loop *loop);

/* Cuts the views into parts that go through the image; the rest is in regions. 0: it is too much,
 * or not in memory that the workers have for themselves, SPANS, or share, the first REGIONS_KNOWN
 * regions; or memory has been unmapped. */
int views_cut(const struct ppar_loop *loop, struct turn *turn, const struct span *spans,
              unsigned span_count, unsigned regions_known);

/* Whether the accumulators lie in memory that the workers have for themselves. */
int views_can_fold(const struct reductions *reductions, const struct span *spans,
                   unsigned span_count);

/* Whether an iteration changes what it has read, so that it cannot be run a second time. */
int views_are_updated(const struct ppar_loop *loop);

/* The values that have to be what they were at the fork, one after the other; their size,
 * FIXED_BYTES at most. */
size_t views_fixed(const struct ppar_loop *loop, char *values);

/* In the parent: fills the image. 0: some memory cannot be read. */
int views_load(struct turn *turn);

/* In a worker: takes the memory from the image; adds what it has written. 0: it has no such memory.
 */
int views_take(const struct turn *turn);
int views_put(struct turn *turn, int output, long long offset, long long length);

/* In the parent: what workers have put into the image, which was BEFORE, becomes its memory's. */
void views_apply(const struct turn *turn, const char *before);

#endif
