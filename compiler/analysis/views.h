/*
 * What a worker that was forked before a loop has to be given to run it: all that the body reads
 * and writes, in the form in which the runtime takes it (enum ppar_view_kind).
 */
#ifndef PPCC_VIEWS_H
#define PPCC_VIEWS_H

#include "depend.h"
#include "plan.h"

/* Fills the views of LOOP's plan, or leaves them empty where something is not known. */
void find_views(struct loop *loop, const struct dependences *dependences);

#endif
