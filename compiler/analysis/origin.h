/*
 * Where the pointers that a loop starts with come from, as far as the program's text tells it: a
 * local pointer that was made from another pointer or an array in sight, and tables of strings.
 */
#ifndef PPCC_ORIGIN_H
#define PPCC_ORIGIN_H

#include "walk.h"

/* Whether the initializer of the pointer VAR, evaluated where the loop ROOT of FUNCTION starts,
 * yields the value that VAR has there: VAR is never assigned to, and nothing that the initializer
 * uses changes between the two. It has no effect and loads nothing but variables. */
bool origin_is_init(const struct function *function, const struct stmt *root,
                    const struct var *var);

/* Whether every pointer in the array or record VAR is null or a string literal, always. */
bool holds_literals_only(const struct unit *unit, const struct var *var);

#endif
