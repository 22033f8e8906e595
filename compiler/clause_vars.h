/*
 * Which variables clauses read, or fill.
 */
#ifndef PPCC_CLAUSE_VARS_H
#define PPCC_CLAUSE_VARS_H

#include "model.h"

/* Adds them to UNIT's list, for the bodies of functions do not show it. */
void note_clauses(struct unit *unit, const struct pragmas *pragmas);

#endif
