/*
 * Objects that may be the same memory for all that the program's text says, and are not for most
 * callers: a test before the loop tells.
 */
#ifndef PPCC_OVERLAP_H
#define PPCC_OVERLAP_H

#include "trace.h"

/* Adds to LOOP the guard that what it touches of A and of B does not overlap. False: that cannot be
 * told before the loop. */
bool guard_apart(struct loop *loop, const struct object *a, const struct object *b);

#endif
