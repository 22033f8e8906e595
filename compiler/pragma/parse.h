/*
 * Stage parse: the tokens of a pragma to its kind and its clauses. What is wrong is reported and
 * sets pragma->failed; the other clauses are looked at all the same, so that one run shows all the
 * mistakes of a line. Expressions are kept as text with their place; the frontend finds what they
 * mean. A clause that is understood but not built yet is an error as well: none is ever ignored.
 */
#ifndef PPCC_PRAGMA_PARSE_H
#define PPCC_PRAGMA_PARSE_H

#include "../model.h"

void pragma_parse(struct pragma *pragma, struct arena *arena, struct diags *diags);

#endif
