/*
 * The runtime with another order of iterations, for tests: with BACKWARDS=1 in the environment,
 * workers take the last iterations first, one by one; in long loops a block of them, for records
 * that wait for their turn need room. claim.c may hand out any order where results are not merged
 * in order, and a worker has then run all the iterations behind the one that it runs, and has what
 * these wrote in its memory. Whatever may not be found there is found.
 */
#define claim forward_claim
#include "claim.c"
#undef claim

#include <stdlib.h>

#define BLOCKS 1000 /* of a loop, about */

struct range claim(struct ppar_run *run);

static int is_free(const struct ppar_run *run)
{
    const struct worker *worker = run->worker;
    return getenv("BACKWARDS") != NULL && !run->ordered && !run->schedule.whole &&
           is_empty(worker->task) && !worker->only_task && is_empty(stock_look(worker->slot));
}

/* The shared counter counts the blocks, from the iterations on that were run before the workers
 * (gate.c). */
struct range claim(struct ppar_run *run)
{
    if (!is_free(run))
        return forward_claim(run);
    uint64_t done = run->gate.done, left = run->schedule.trips - done, block = left / BLOCKS + 1;
    run->worker->in_task = 0;
    for (;;) {
        uint64_t behind = (atomic_fetch_add(&run->share->next, 1) - done) * block;
        if (behind >= left)
            return nothing;
        uint64_t last = run->schedule.trips - behind;
        uint64_t first = last - done > block ? last - block : done;
        if (first < limit_of(run))
            return (struct range){first, last};
    }
}
