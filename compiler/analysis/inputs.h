/*
 * What the results of a loop depend on that was there before it: what the key of its log is made of
 * (runtime/checkpoint.c). And whether what iterations have computed means the same in another run.
 */
#ifndef PPCC_INPUTS_H
#define PPCC_INPUTS_H

#include "depend.h"
#include "plan.h"

/* Fills the inputs of LOOP's plan. Where they are not known, there are none, and a loop with a
 * checkpoint clause gets a reason. */
void find_inputs(struct loop *loop, const struct dependences *dependences);

/* The checkpoint clause of LOOP, or NULL. */
const struct clause *checkpoint_clause(const struct loop *loop);

#endif
