/*
 * What the values of a loop's clauses may be.
 */
#ifndef PPCC_ANALYSIS_ARGUMENTS_H
#define PPCC_ANALYSIS_ARGUMENTS_H

#include "../model.h"

/* False: something in the clauses of LOOP is not what it has to be, and was reported. */
bool arguments_check(const struct loop *loop, struct diags *diags);

#endif
