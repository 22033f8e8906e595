/* Which iterations a worker runs next; see schedule.c. */
#ifndef PPAR_SCHEDULE_H
#define PPAR_SCHEDULE_H

#include <stdatomic.h>
#include <stdint.h>

/* Iterations first <= k < last; none when first == last. */
struct range {
    uint64_t first, last;
};

/* The same in every worker of a loop. */
struct schedule {
    int kind;       /* enum ppar_schedule */
    uint64_t chunk; /* what the user asked for, or 0 */
    uint64_t trips;
    uint64_t first;   /* a static one hands out none before it */
    uint64_t most;    /* iterations a chunk, whatever else is said; at least 1 */
    uint64_t block;   /* 0, or each chunk is a block of so many; `most` is the same then */
    int whole;        /* what is claimed is one chunk */
    int may_stop;     /* what comes late may be done in vain */
    uint64_t grain;   /* all do the same work: so many are best run together; or 0 */
    int grows;        /* one may take far longer than others: pieces grow while they run */
    unsigned workers; /* at least 1 */
};

/* Where a worker is in its own part of a static schedule; zero at the start. */
struct lane {
    uint64_t blocks; /* of its blocks, this many are done */
    uint64_t done;   /* and this many iterations of the one it is in */
};

/* Cuts the iterations into COUNT blocks at most, by their number alone; blocks have no more than
 * `most`. */
void schedule_cut(struct schedule *schedule, uint64_t count);

/* The end of the block that iteration K is in. */
uint64_t schedule_block_end(const struct schedule *schedule, uint64_t k);

/* Iterations of the next claim when LEFT > 0 of them are not claimed yet: 1 to LEFT. FIT of them
 * are known to be short work, or 0. For every schedule but the static one. */
uint64_t schedule_size(const struct schedule *schedule, uint64_t left, uint64_t fit);

/* How many of the LEFT > 0 that it has claimed a worker runs at once: 1 to LEFT. */
uint64_t schedule_piece(const struct schedule *schedule, uint64_t left, uint64_t fit);

/* The next range of WORKER in a static schedule; an empty one at the end. */
struct range schedule_static(const struct schedule *schedule, unsigned worker, struct lane *lane);

/* The range that a claim would take now, and the claim itself: 1, or 0 if another worker was
 * faster. An empty range: nothing is left below LIMIT. */
struct range schedule_propose(const struct schedule *schedule, const _Atomic uint64_t *next,
                              uint64_t limit, uint64_t fit);
int schedule_claim(_Atomic uint64_t *next, struct range range);

#endif
