/*
 * Which memory the pointers lead to that a loop's body makes, stores and passes on, whatever the
 * order and the conditions: memory from before the loop, or some that begins to exist in the body.
 * Everything is an upper bound. A number that was made of a pointer, and bytes that were copied
 * from one, count as the pointer.
 *
 * The picture of memory is that of sites.h.
 */
#ifndef PPCC_FRESH_H
#define PPCC_FRESH_H

#include "../model.h"
#include "sites.h"

struct fresh;

/* Looks through the body of LOOP and all functions that it calls. */
struct fresh *fresh_find(struct loop *loop);

/* Whether a limit was reached. Then the functions below say too little. */
bool fresh_gave_up(const struct fresh *fresh);

/* What AT, an assignment or a call of the library's, may store, as contents at offsets from where
 * it stores. NULL: no pointers. */
const struct site *fresh_stored(const struct fresh *fresh, const struct expr *at);

/* What is ever stored in memory from before the loop that may be VAR's, or in any when it is NULL,
 * as contents at any offset. */
const struct site *fresh_outer(struct fresh *fresh, const struct var *var);

/* Whether some memory from before the loop may hold, at some time in an iteration, a pointer to
 * memory that is not. */
bool fresh_reaches_outer(const struct fresh *fresh);

#endif
