/*
 * The expression of an 'after' clause stands behind the body of each iteration, and is evaluated by
 * the parent. So it is walked with what is known at the body's end, and its accesses and effects
 * are kept apart from those of the body: what it prints, which files it uses and how the C library
 * changes by it is for the one process that evaluates it, one time after the other, as the serial
 * program does. What stays in the way is what nobody knows, memory that may be gone for workers
 * that start later, and functions that may not be called while a loop runs.
 */
#include "walk.h"

static bool stays(enum diag_id id)
{
    return id == DIAG_UNKNOWN_CALLEE || id == DIAG_UNKNOWN_CONSTRUCT || id == DIAG_TOO_COMPLEX ||
           id == DIAG_FREES_OUTER || id == DIAG_FORBIDDEN_CALL;
}

static void take_accesses(struct trace *trace, size_t from)
{
    for (size_t k = from; k < trace->accesses.count; k++)
        LIST_PUSH(trace->arena, trace->after, trace->accesses.items[k]);
    trace->accesses.count = from;
}

static void keep_reasons(struct trace *trace, size_t from)
{
    size_t kept = from;
    for (size_t k = from; k < trace->reasons.count; k++)
        if (stays(trace->reasons.items[k].id))
            trace->reasons.items[kept++] = trace->reasons.items[k];
    trace->reasons.count = kept;
}

void walk_after(struct walker *walker, const struct loop *loop)
{
    struct trace *trace = walker->trace;
    const struct trace before = *trace;
    size_t opened = walker->opened.count;
    if (!loop->after || !loop->after->value.expr || walker->env.state != ALIVE)
        return;
    trace->draws = trace->may_exit = false;
    walk_effect(walker, loop->after->value.expr);
    trace->after_draws = trace->draws;
    trace->after_may_exit = trace->may_exit;
    take_accesses(trace, before.accesses.count);
    keep_reasons(trace, before.reasons.count);
    trace->certain.count = before.certain.count;
    trace->subscripts.count = before.subscripts.count;
    trace->prints = before.prints;
    trace->prints_wide = before.prints_wide;
    trace->may_exit = before.may_exit;
    trace->draws = before.draws;
    walker->opened.count = opened;
}
