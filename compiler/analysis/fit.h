/*
 * Values that could wrap round, and are taken not to; the counter among them.
 */
#ifndef PPCC_FIT_H
#define PPCC_FIT_H

#include "trace.h"

/* The variable of the generated code that says whether the counter wraps round before it has met
 * its bound. */
#define GOES_ROUND "ppar_round"

/* Adds to LOOP the guards that what its trace took to fit does. False: that cannot be told before
 * the loop. */
bool guard_fits(struct loop *loop);

#endif
