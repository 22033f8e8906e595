/*
 * Writes whose place is not known before they happen, or that happen sometimes: behind the
 * statement, or before the assignment in it, the generated code notes where it writes.
 */
#ifndef PPCC_RECORDED_H
#define PPCC_RECORDED_H

#include "plan.h"

/* Fills RECORDED (all but its output) for the access WRITE of LOOP. False when WRITE is not the
 * effect of an assignment in the loop's own text, or when the place that it names could be another
 * one when it is named again. */
bool find_recorded(const struct loop *loop, const struct access *write, struct recorded *recorded);

/* Finds the statement of LOOP's own text that is the expression E. */
bool find_statement(const struct loop *loop, const struct expr *e, struct statement_span *span);

/* Finds the branch of STMT, an if statement without else. False when STMT does not stand in LOOP's
 * own text, or when nothing can be inserted there. */
bool find_branch(const struct loop *loop, const struct stmt *stmt, struct branch_span *span);

#endif
