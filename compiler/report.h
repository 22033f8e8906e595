/*
 * The report for other programs: one JSON object a line for each annotated loop, with the keys
 * file, line, function, verdict, guard, variables, reasons, bytes_per_iteration, inherited, always
 * all of them and in this order. What does not apply is null. Bytes are a number, or a text such as
 * "8*n".
 */
#ifndef PPCC_REPORT_H
#define PPCC_REPORT_H

#include "model.h"
#include "suggest.h"

#include <stdio.h>

void report_loop(FILE *stream, const struct loop *loop);

/* A loop that has no annotation yet: the same keys, and "work", an estimate of what an iteration
 * does, such as "24*n + 13". */
void report_suggestion(FILE *stream, struct arena *arena, const struct suggestion *suggestion);

/* For a pragma of which no loop could be made: rejected, for the errors in DIAGS that lie between
 * it and the end of its statement. */
void report_failed_pragma(FILE *stream, const struct pragma *pragma, const struct diags *diags);

#endif
