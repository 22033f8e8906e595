/*
 * Pointers that generated code follows before the loop, and the loop perhaps not at all.
 */
#ifndef PPCC_FOLLOWED_H
#define PPCC_FOLLOWED_H

#include "trace.h"

/* Sets LOOP's reachable, when its trace and plan are made. */
void find_followed(struct loop *loop);

#endif
