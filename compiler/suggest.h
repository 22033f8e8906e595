/*
 * Loops without an annotation that would be accepted with one, as a patch that adds it.
 */
#ifndef PPCC_SUGGEST_H
#define PPCC_SUGGEST_H

#include "analysis/work.h"
#include "model.h"

#include <stdio.h>

struct suggestion {
    struct loop *loop; /* analysed: proven or guarded */
    struct work work;  /* of an iteration */
};

struct suggestions {
    struct unit *unit;
    const struct pragmas *pragmas; /* that the file has; loops inside of theirs are left alone */
    LIST_OF(struct suggestion) list;
};

/* Looks at every loop of the main file, the outer ones first, and fills the list, in the order of
 * the file. Loops inside of a loop that is in the list are left out. */
void find_suggestions(struct suggestions *suggestions);

/* The patch, with a line of comment for each loop before it. Nothing when there are none. */
void print_suggestions(const struct suggestions *suggestions, FILE *stream);

#endif
