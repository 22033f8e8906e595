/*
 * Places that index arrays give to iterations: a[idx[i]], or the row of a sparse matrix that goes
 * from ptr[i] to ptr[i + 1]. When all idx[i] differ, or ptr does not descend, no two iterations
 * have a place in common; a look at the index array before the loop tells.
 */
#ifndef PPCC_PARTITION_H
#define PPCC_PARTITION_H

#include "depend.h"

/* Finds a partition of OBJECT: every access of an iteration lies in parts that index arrays give to
 * it. NULL: none, or the index arrays cannot be looked at before the loop. */
const struct partition *partition_find(struct trace *trace, const struct object *object);

/* Adds to LOOP the guards that no two iterations have a byte of their parts in common. False: they
 * have no text. */
bool guard_partition(struct loop *loop, const struct partition *partition);

/* Whether ACCESS, to the same object, lies in one of the parts of its iteration. */
bool partition_holds(struct trace *trace, const struct partition *partition,
                     const struct access *access);

#endif
