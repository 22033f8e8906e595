/* Folds by functions of the user's: what the generated code has to note, and where. */
#ifndef PPCC_REPLAYS_H
#define PPCC_REPLAYS_H

#include "depend.h"
#include "plan.h"

/* Adds to LOOP's plan the calls that fold into USE's object, which is accessed in no other way; or
 * a reason why that cannot be done. */
void plan_replays(struct loop *loop, const struct use *use);

#endif
