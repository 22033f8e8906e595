/* The clause status(a); see status_clause.c. */
#ifndef PPCC_STATUS_CLAUSE_H
#define PPCC_STATUS_CLAUSE_H

#include "../model.h"

struct dependences;

/* Whether the array is one that can be filled; reports when it is not. */
bool status_clause_check(const struct clause *clause, struct diags *diags);

/* Adds a reason when the loop uses the array. */
void status_clause_compare(struct loop *loop, const struct dependences *dependences,
                           const struct clause *clause);

#endif
