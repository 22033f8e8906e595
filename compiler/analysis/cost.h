/*
 * What one iteration of an accepted loop costs in bytes: what the worker sends home, and what it
 * has without its being sent.
 */
#ifndef PPCC_COST_H
#define PPCC_COST_H

#include "depend.h"

/* Bytes. A value NULL: not known. */
struct cost {
    const struct poly *each;      /* that an iteration sends, */
    bool is_most;                 /*  or fewer */
    const struct poly *chunk;     /* that each chunk sends besides, or the last one */
    bool prints;                  /* and what it prints */
    const struct poly *inherited; /* that the loop reads as they were before it: workers have them
                                     by being copies of the process */
};

/* Of LOOP with its plan, while its trace is open. */
struct cost *cost_find(struct loop *loop, const struct dependences *dependences);

/* "in: nothing sent (80 MB inherited), out: 8 * n bytes per iteration" */
const char *cost_text(struct arena *arena, const struct cost *cost);

#endif
