/*
 * For which values of the symbols does a loop have no flow dependence on an object?
 */
#ifndef PPCC_SAFE_H
#define PPCC_SAFE_H

#include "depend.h"

/* Adds to LOOP the guard that no iteration needs what an earlier one writes to USE's object. False
 * when that is never so, or for loops of a few iterations only, or when the condition cannot be
 * told or is too long to be read. */
bool guard_flow(struct loop *loop, const struct use *use);

/* Adds to LOOP the guard that VALUE is never below 0 in CONTEXT. False as above. */
bool guard_natural(struct loop *loop, struct context *context, const struct poly *value);

#endif
