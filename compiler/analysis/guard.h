/*
 * What an accepted loop takes for granted about values that are known at run time only, and the
 * generated code tests before it.
 */
#ifndef PPCC_GUARD_H
#define PPCC_GUARD_H

#include "../model.h"
#include "poly.h"

/* Adds a guard to LOOP unless it has the same one. The arguments are those of struct guard. */
void add_guard(struct arena *arena, struct loop *loop, const char *text, const char *condition);

/* The name under which conditions of LOOP's guards can use the value of the C expression TEXT, an
 * integer that does not overflow ppar_wide. */
const char *guard_value(struct arena *arena, struct loop *loop, const char *text);

/* The texts of all guards of LOOP as one condition; NULL: it has none. */
const char *guards_text(struct arena *arena, const struct loop *loop);

/* C for the least or the greatest of COUNT values, as the function CHOOSE of the runtime does it,
 * in ppar_wide. Where the values could need more bits than that has, LOOP gets the guard that the
 * numbers they are made of are no larger than memory is. NULL: they have no text. */
const char *hull_text(struct arena *arena, struct loop *loop, const char *choose,
                      const struct poly *const *values, size_t count);

#endif
