/*
 * How much one iteration does, as far as the text tells: an estimate for people who choose which
 * loop to run in parallel, and for the runtime, which starts with what is short by itself. No
 * verdict depends on it.
 */
#ifndef PPCC_WORK_H
#define PPCC_WORK_H

#include "../model.h"

/* COUNT times the product of what FACTOR names. */
struct work_term {
    double count;
    const char *factor; /* "n*trips(14)"; "": one */
};

struct work {
    LIST_OF(struct work_term) terms; /* a sum; each factor once, "" last */
    bool is_open;                    /* it calls a function that may take any time */
    bool is_uneven;                  /* how much it is may depend on values */
    bool has_loop;                   /* there is one inside */
};

/* Of one iteration of LOOP. */
struct work work_of_iteration(struct unit *unit, const struct loop *loop);

/* Whether an iteration is over in a tenth of a millisecond, whatever the values are. */
bool work_is_light(struct unit *unit, const struct loop *loop);

/* Whether all iterations do the same work. */
bool work_is_uniform(struct unit *unit, const struct loop *loop);

/* Whether an iteration may take far longer than those beside it: a loop inside that is not short,
 * or a function that may take any time, is not the same in each. */
bool work_may_vary(struct unit *unit, const struct loop *loop);

/* The iterations of LOOP where the text tells; else -1. */
double work_trips(const struct loop *loop);

/* "24*n + 13", "3.1 million" */
const char *work_text(struct arena *arena, const struct work *work);

#endif
