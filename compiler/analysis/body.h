/* What the body of a loop must not do by its form alone: leave the loop, or change the counter. */
#ifndef PPCC_BODY_H
#define PPCC_BODY_H

#include "../model.h"

/* Reports every such place. Returns whether there was none. */
bool body_check(struct unit *unit, struct loop *loop, struct diags *diags);

#endif
