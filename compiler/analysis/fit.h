/*
 * Values that could wrap round, and are taken not to; the counter among them.
 */
#ifndef PPCC_FIT_H
#define PPCC_FIT_H

#include "trace.h"

/* Adds to LOOP the guards that what its trace took to fit does. False: that cannot be told before
 * the loop. */
bool guard_fits(struct loop *loop);

#endif
