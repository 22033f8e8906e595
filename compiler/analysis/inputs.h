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

/* A part of an element that counts. */
struct input_piece {
    int64_t offset, size;
    bool is_pointer;
};

enum { MAX_PIECES = 64 };

/* The parts of a record or a number of TYPE: how many, in PIECES, which may be NULL; 0: they cannot
 * be told apart. */
size_t input_pieces(const struct type *type, struct input_piece pieces[MAX_PIECES]);

/* The checkpoint clause of LOOP, or NULL. */
const struct clause *checkpoint_clause(const struct loop *loop);

#endif
