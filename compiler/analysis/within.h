/*
 * Assignments inside expressions that note their places just before they happen.
 */
#ifndef PPCC_WITHIN_H
#define PPCC_WITHIN_H

#include "trace.h"

/* Whether PLACE, what an assignment assigns to, has an address and can be evaluated once more. */
bool place_can_be_repeated(struct expr *place);

/* Whether what happens in the other operand of E, an assignment to such a place, leaves alone what
 * the place depends on. */
bool operand_leaves_place(const struct trace *trace, const struct expr *e);

/* Whether E, an assignment to such a place in the body of LOOP, can become (call, E), where the
 * call evaluates the place. */
bool can_record_within(const struct loop *loop, const struct expr *e);

#endif
