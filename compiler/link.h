/*
 * Several units become one program: a function that one of them calls and another one defines is
 * that definition, and an external variable is one variable in all of them.
 */
#ifndef PPCC_LINK_H
#define PPCC_LINK_H

#include "diag.h"
#include "model.h"

/* A unit as the frontend left it, with its pragmas; DIAGS gets what is said of its declarations. */
struct link_input {
    struct unit *unit;
    struct pragmas *pragmas;
    struct diags *diags;
};

/* All units live in one arena. Afterwards each has the functions and globals of the whole program
 * in its lists, and what is said of one unit's text holds for all (struct unit). */
void link_units(const struct link_input *inputs, size_t count);

#endif
