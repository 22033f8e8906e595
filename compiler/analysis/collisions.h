/*
 * Reasons with evidence: which two iterations collide, where, and what the source says there.
 */
#ifndef PPCC_COLLISIONS_H
#define PPCC_COLLISIONS_H

#include "depend.h"

/* Adds a reason for each place that reads what an earlier iteration may have written, with the
 * least pair of iterations for each place that writes it. */
void report_flow(struct loop *loop, const struct use *use);

/* Adds the reason that two objects may be the same memory. */
void report_overlap(struct loop *loop, const struct use *one, const struct use *two);

/* Adds the reason that rows behind a table may be the same memory, and cannot be looked through. */
void report_rows(struct loop *loop, const struct use *use);

/* Adds a reason for each place that writes to memory of which nothing is known. */
void report_unknown_write(struct loop *loop, const struct use *use);

/* A variable that is no array and no record. */
bool object_is_scalar(const struct object *object);

/* Whether the programmer vouched for the object with independent(...); then this is noted. */
bool is_vouched_independent(struct loop *loop, const struct object *object);

#endif
