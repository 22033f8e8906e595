/*
 * Iterations are handed back to the program, in the parent, when their results are merged: there it
 * evaluates the expression of the loop's 'after' clause for each (loop.c). One range is due at a
 * time. In iteration order it grows with every record that is merged, until merging has come to a
 * halt, because everything that has come is merged, or an iteration follows that was skipped or is
 * the parent's. One by one, or as they come, the halt is behind each record:
 *
 *     in order     merge 0-7, 8-15, 16-23 | due: 0-23
 *     one by one   merge 0 | due: 0 | merge 1 | due: 1 | ...
 *     as they come put in place 8-15 | due: 8-15 | merge 0-7 | due: 0-7 | the tail of 8-15 | ...
 *
 * What is not taken stays in the inboxes. While the program is at it, nothing is read: workers go
 * on until their pipes are full, and then wait. So memory is bounded, however slow the expression.
 *
 * Iterations that are skipped have no results, and are left out. Behind one that fails or calls
 * exit nothing is merged, so the expression has been evaluated for all iterations before, and no
 * others.
 */
#include "after.h"
#include "run.h"

static int is_empty(struct range range)
{
    return range.first == range.last;
}

void after_choose(struct ppar_run *run)
{
    run->after = (enum ppar_after)run->loop->after;
    run->ordered |= run->after == PPAR_ONE_BY_ONE;
    if (run->after == PPAR_AS_THEY_COME && run->ordered)
        run->after = PPAR_IN_ORDER;
}

void after_note(struct ppar_run *run, struct range range)
{
    struct range *due = &run->merge.due;
    if (run->after == PPAR_NEVER)
        return;
    if (is_empty(*due))
        *due = range;
    else
        due->last = range.last;
}

void after_note_early(struct ppar_run *run, struct range range)
{
    if (run->after == PPAR_AS_THEY_COME)
        after_note(run, range);
}

void after_note_late(struct ppar_run *run, struct range range)
{
    if (run->after != PPAR_AS_THEY_COME)
        after_note(run, range);
}

int after_is_due(const struct ppar_run *run)
{
    return !is_empty(run->merge.due);
}

int after_holds(const struct ppar_run *run)
{
    return after_is_due(run) && run->after != PPAR_IN_ORDER;
}

struct range after_take(struct ppar_run *run)
{
    struct range due = run->merge.due;
    run->merge.due = (struct range){0, 0};
    return due;
}
