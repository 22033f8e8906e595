/*
 * Calls through pointers whose possible targets are all in sight.
 */
#ifndef PPCC_CALLEES_H
#define PPCC_CALLEES_H

#include "../ir.h"

/* Rewrites each call through an expression that can only call functions in sight, in the bodies of
 * UNIT's program: f(x) becomes (f, gauss(x)), or f == gauss ? gauss(x) : box(x). What is left of
 * calls through pointers may call anything. Comes behind declare_effects, and before summaries. */
void resolve_callees(struct unit *unit);

#endif
