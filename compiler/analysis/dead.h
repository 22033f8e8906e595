/* Whether what the loop leaves in an object is of no use to anybody. */
#ifndef PPCC_DEAD_H
#define PPCC_DEAD_H

#include "depend.h"

/*
 * True when the program surely writes OBJECT anew before it reads it again: automatic variables by
 * the paths behind the loop, a file's own static variables by every function of the files in sight
 * that can be called from outside of them, states of the library by their nature. Memory that a
 * file out of sight can name, or that a pointer leads to, is alive.
 */
bool object_is_dead(struct loop *loop, const struct use *use);

/* Frees what object_is_dead has kept of LOOP's file. */
void forget_walks(struct loop *loop);

#endif
