/* Clauses that name the counters of their loop. */
#ifndef PPCC_ANALYSIS_BIND_H
#define PPCC_ANALYSIS_BIND_H

#include "../model.h"

/* Finds the loop's 'after' clause, puts the counters in the place of the variables that stand for
 * them, and the expression behind the body. Whether no other clause speaks of a counter. */
bool bind_clauses(struct loop *loop, struct diags *diags);

/* The counter of the loop's iterations that has the name, or NULL. */
struct var *counter_called(const struct loop *loop, const char *name);

#endif
