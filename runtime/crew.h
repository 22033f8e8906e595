/* Workers that stay from one execution of a loop to the next; see crew.c. */
#ifndef PPAR_CREW_H
#define PPAR_CREW_H

#include "config.h"
#include "run.h"

enum crew_state {
    CREW_NONE,   /* the loop has to be run in another way */
    CREW_RUNS,   /* it has begun: crew_next */
    CREW_WORKER, /* the same, and this is a new worker */
};

/* In the parent. Whether the loop is one whose workers may stay: what it reads and writes is known,
 * and nothing in it needs a worker of its own. */
int crew_may(const struct ppar_run *run, const struct config *config);

/* Begins the loop with its workers, if they are there and it is worth it; or with new ones, which
 * will stay, when those before have cost enough. CALLER: where ppar_chunk returns to. */
enum crew_state crew_begin(struct ppar_run *run, const struct config *config, const void *caller);

/* The next piece, in loop->first and loop->last. In the parent 0 when the loop is over, or has to
 * be run again from its beginning, which *AGAIN tells. In a worker 1, at last. */
int crew_next(struct ppar_run *run, int *again);

/* The piece is done. */
void crew_commit(struct ppar_run *run);

/* In a worker: the piece has written LENGTH bytes at OFFSET of OUTPUT. */
void crew_put(struct ppar_run *run, int output, long long offset, long long length);

/* Ends all workers that stay, and the sharing of memory with them. */
void crew_end_all(void);

#endif
