/* What the expression of an 'after' clause has to do with the body. */
#ifndef PPCC_ANALYSIS_AFTER_H
#define PPCC_ANALYSIS_AFTER_H

#include "depend.h"

/* Compares the accesses of the loop's 'after' clause with the body's. Adds reasons for those that
 * do not go together, and guards; notes what the expression reads of the body's results (object's
 * is_awaited), and chooses loop->after_order. */
void find_after(struct loop *loop, struct dependences *dependences);

/* When there is a plan: adds a reason for each reduction that has no value before the loop's end
 * and that the expression reads. */
void check_after_folds(struct loop *loop);

/* Adds the reason that the expression reads what a clause says is of no use behind the iteration.
 */
void reject_awaited_private(struct loop *loop, const struct use *use);

/* Calls NOTE for each object that the expression uses and the body does not. */
typedef void after_note(void *data, const struct object *object);
void visit_after_alone(const struct loop *loop, const struct dependences *dependences,
                       after_note *note, void *data);

#endif
