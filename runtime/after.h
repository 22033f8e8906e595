/* The expression of an 'after' clause, which the parent evaluates while workers run; see after.c.
 */
#ifndef PPAR_AFTER_H
#define PPAR_AFTER_H

#include "schedule.h"

struct ppar_run;

/* Before workers are started: what the clause asks of their schedule, and of the order in which
 * results are merged. */
void after_choose(struct ppar_run *run);

/* Iterations of workers are merged. */
void after_note(struct ppar_run *run, struct range range);

/* The results of a range are there before its turn has come. */
void after_note_early(struct ppar_run *run, struct range range);

/* The same of one that was merged early: its turn has come. */
void after_note_late(struct ppar_run *run, struct range range);

/* Whether there are iterations that the expression is to be evaluated for. */
int after_is_due(const struct ppar_run *run);

/* Whether nothing more may be merged before that is done. */
int after_holds(const struct ppar_run *run);

/* These iterations, which are the caller's now. */
struct range after_take(struct ppar_run *run);

#endif
