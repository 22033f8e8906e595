/* The program as the analyses see it (ir.h), as indented text. */
#ifndef PPCC_DUMP_UNIT_H
#define PPCC_DUMP_UNIT_H

#include "ir.h"

#include <stdio.h>

/* Globals, then functions: what is declared on one line each, bodies one statement to a line behind
 * its place, line:column. Expressions look like C with every conversion written out. */
void dump_unit(FILE *stream, const struct unit *unit);

void dump_function(FILE *stream, const struct function *function);
void dump_expr(FILE *stream, const struct expr *expr);

#endif
