/*
 * The loops that make up the iteration space of an annotated loop: it alone, or with collapse(n)
 * it and n - 1 loops inside.
 */
#ifndef PPCC_NEST_H
#define PPCC_NEST_H

#include "../model.h"

/* Fills LOOP's levels and body; its shape is known. False, with a diagnostic, when the loops inside
 * do not make one space with it. */
bool nest_find(struct unit *unit, struct loop *loop, struct diags *diags);

#endif
