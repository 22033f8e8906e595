/*
 * What the calls of a function say about its parameters: two that are given pointers into different
 * objects at every call do not overlap.
 */
#ifndef PPCC_CALLERS_H
#define PPCC_CALLERS_H

#include "../ir.h"

/* Whether every call in the unit keeps apart what A and B stand for: a parameter's target, the
 * block of a variable that var_is_fresh, or a variable itself. At least one of them is a parameter.
 * False: not known. */
bool callers_tell_apart(struct unit *unit, const struct var *a, const struct var *b);

#endif
