/* A loop's registration; see loop.c. */
#ifndef PPAR_LOOP_H
#define PPAR_LOOP_H

#include "run.h"

/* The loop's run, which may allocate; NULL: there is none, and the loop is serial. */
struct ppar_run *loop_get_roomy_run(struct ppar_loop *loop);

#endif
