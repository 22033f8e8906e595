/* What the stages made, for the eyes of whoever works on ppcc: --dump=STAGE. */
#ifndef PPCC_DUMP_H
#define PPCC_DUMP_H

#include "flags.h"
#include "model.h"

#include <stdio.h>

void dump_pragmas(FILE *stream, const struct pragmas *pragmas); /* scan: the tokens */
void dump_clauses(FILE *stream, const struct pragmas *pragmas); /* parse */
void dump_shape(FILE *stream, const struct loop *loop);         /* model */
void dump_effects(FILE *stream, const struct unit *unit);       /* effects */

/* roles, depend, types, verdict */
void dump_analysis(FILE *stream, enum stage stage, const struct loop *loop);

void dump_edits(FILE *stream, const struct edits *edits); /* lower */

/* One readable line: what --check says about a loop. */
void dump_verdict(FILE *stream, const struct loop *loop);

/* The same without the end of the line. */
void print_verdict(FILE *stream, const struct loop *loop);

#endif
