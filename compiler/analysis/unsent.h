/* Reasons why a result cannot be brought home from the worker that computed it. */
#ifndef PPCC_UNSENT_H
#define PPCC_UNSENT_H

#include "depend.h"

/* Adds a reason for each write that leaves in OBJECT what means nothing outside of the worker, or
 * perhaps does; true: there is none. MAY_OWN: a member that a description tells of may own memory
 * (deep.h). */
bool check_pointers(struct loop *loop, const struct object *object, bool may_own);

/* Not every iteration makes WRITE, and others write the same place. */
void reject_partial(struct loop *loop, const struct use *use, const struct access *write);
/* Not every iteration makes WRITE, and what it leaves is to be packed where it was written. */
void reject_deep(struct loop *loop, const struct access *write);
/* Where WRITE writes is not known before it happens. */
void reject_section(struct loop *loop, const struct use *use, const struct access *write);
/* Not every iteration makes WRITE, and whether the memory is there if it does not is not known. */
void reject_uncertain(struct loop *loop, const struct use *use, const struct access *write);
/* Generated code cannot say where OBJECT is. */
void reject_nameless(struct loop *loop, const struct object *object);
/* The library's state is used again behind the loop. */
void reject_state(struct loop *loop, const struct use *use);

#endif
