/*
 * Reasons with evidence: which two iterations collide, where, and what the source says there.
 */
#ifndef PPCC_COLLISIONS_H
#define PPCC_COLLISIONS_H

#include "depend.h"

/* Adds the reason that the use's writer reaches its reader in a later iteration. */
void report_flow(struct loop *loop, const struct use *use);

/* Adds the reason that two objects may be the same memory. */
void report_overlap(struct loop *loop, const struct use *one, const struct use *two);

/* Adds the reason that rows behind a table may be the same memory, and cannot be looked through. */
void report_rows(struct loop *loop, const struct use *use);

/* Adds the reason that a write goes to memory of which nothing is known. */
void report_unknown_write(struct loop *loop, const struct use *use);

/* Whether the programmer vouched for the object with independent(...); then this is noted. */
bool is_vouched_independent(struct loop *loop, const struct object *object);

#endif
