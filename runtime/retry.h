/* What becomes of the iterations of a worker that has died; see retry.c. */
#ifndef PPAR_RETRY_H
#define PPAR_RETRY_H

#include "run.h"

/* The child has ended, is waited for, and all that came through its pipe is taken. What DEATH says
 * was in its hands, if anything, is lost. */
void retry_death(struct ppar_run *run, struct child *child, const struct failure *death);

/* What CHILD had in its hands, RANGE or nothing, is for a worker in its place; nobody is to blame.
 * SINGLY: its first iterations are to be run one by one, also where reductions have blocks. */
void retry_again(struct ppar_run *run, struct child *child, struct range range, int singly);

/* Nobody has the iterations from merge.next on, up to the first record that waits. */
void retry_missing(struct ppar_run *run);

/* Starts the workers that are to take the place of dead ones. Returns 1 in a new worker, else 0. */
int retry_fill(struct ppar_run *run);

#endif
