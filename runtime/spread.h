/* Workers that start workers; see spread.c. */
#ifndef PPAR_SPREAD_H
#define PPAR_SPREAD_H

#include "worker.h"

#define SPREAD_MOST 32 /* workers at a time */

/* What there is of a worker before there is the worker. */
struct prepared {
    int ends[2]; /* of its pipe */
    int capture; /* the file for its output, or -1 */
};

/* Workers that are being started together: FIRST to END - 1. */
struct spread {
    unsigned first, end;
    struct prepared prepared[SPREAD_MOST];
};

/* Whether it is worth it, when the first worker has taken NANOSECONDS to fork. */
int spread_pays(const struct ppar_run *run, int64_t nanoseconds);

/*
 * Starts the workers of SPREAD, all of which are prepared. In the parent 0: shared slots tell the
 * ids of those that could be started, and no other will come; they wait for share_admit. In a
 * worker 1.
 */
int spread_start(struct ppar_run *run, struct spread *spread);

/* In a new worker, before it is set up: starts those that it was told to. 1: this is another one by
 * now, and set up; 0: this is still the one. */
int spread_on(struct ppar_run *run, const struct birth *birth);

/* As fork, in a worker: the child is its parent's. Its id is in *ID before anything else happens to
 * either. */
pid_t spread_fork(_Atomic int *id);

#endif
