/*
 * What #pragma ppar effects(...) says, as a body for the function that is declared behind it.
 *
 * For a function that is not defined in sight the body stands in for the real one, so that every
 * analysis of a call sees it do what was declared: at most that for reads and 'inout', and exactly
 * that for 'out', which is written whole. For a function that is defined in sight the two are
 * compared, and the definition counts.
 *
 * The programmer's word is: the function touches no memory that others can see but what is listed,
 * what the expressions of the list read themselves, and what is reached by no pointer of the
 * program; it keeps no pointer that it is given; and what it returns or stores does not depend on
 * anything else.
 */
#ifndef PPCC_DECLARED_H
#define PPCC_DECLARED_H

#include "../model.h"

/* Makes the body of each pragma that is well; the others are reported and have no effect. Comes
 * before summarise. */
void declare_effects(struct unit *unit, struct pragmas *pragmas, struct diags *diags);

/* Reports what definitions do beyond what is declared. Comes behind summarise. */
void check_declared(const struct pragmas *pragmas, struct diags *diags);

#endif
