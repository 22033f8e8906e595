/*
 * Variables that a loop inside changes by the same amount in each of its iterations: k++, p += n.
 * Such a variable is a line over the number of the iteration, so that what it addresses can be
 * told.
 */
#ifndef PPCC_INDUCTION_H
#define PPCC_INDUCTION_H

#include "walk.h"

/* What is added to a value that is BEFORE at the head of an iteration and AFTER at its end: an
 * integer, or bytes of an offset in one object. NULL: it is not known, not the same for all
 * iterations, or could not be recognized in another walk. */
const struct poly *induction_step(struct walker *walker, const struct value *before,
                                  const struct value *after);

/* The value at the head of any iteration of LOOP of what is FIRST when the loop begins. FIRST's
 * kind may be any; false: it is not known. */
bool induction_value(struct walker *walker, const struct inner_loop *loop,
                     const struct value *first, const struct poly *step, struct value *value);

/* How many iterations LOOP has, which runs through its whole range; NULL: it is not known. */
const struct poly *induction_trips(struct walker *walker, const struct inner_loop *loop);

/* The counter's value behind LOOP after TRIPS iterations. NULL when TRIPS is. */
const struct poly *induction_last_counter(struct walker *walker, const struct inner_loop *loop,
                                          const struct poly *trips);

/* What is HEAD at the head of any iteration of LOOP, as it is behind TRIPS iterations with such a
 * CHANGE. */
bool induction_end(struct walker *walker, const struct inner_loop *loop, const struct value *head,
                   const struct change *change, const struct poly *trips, struct value *value);

#endif
