/*
 * The stages that look at one annotated loop: model finds its canonical form; analyse walks it,
 * tests it, plans its results and comes to a verdict.
 */
#include "../deadline.h"
#include "../stages.h"

#include "after.h"
#include "arguments.h"
#include "bind.h"
#include "body.h"
#include "cost.h"
#include "dead.h"
#include "depend.h"
#include "fit.h"
#include "followed.h"
#include "guard.h"
#include "inputs.h"
#include "nest.h"
#include "plan.h"
#include "reasons.h"
#include "relation.h"
#include "sections.h"
#include "shape.h"
#include "split.h"
#include "views.h"
#include "walk.h"
#include "work.h"

/* The statement whose end is that of STMT. */
static const struct stmt *last_of(const struct stmt *stmt)
{
    while (stmt->body && stmt->kind != STMT_DO)
        stmt = stmt->other ? stmt->other : stmt->body;
    return stmt;
}

/* Generated text goes around the loop, so the file has to show where it begins and ends. */
static bool text_check(const struct stmt *stmt, struct diags *diags)
{
    const struct stmt *last = last_of(stmt);
    if (!stmt_header(stmt)->is_plain)
        diag_add(diags, SEVERITY_ERROR, DIAG_LOOP_MACRO, &stmt->place, 0,
                 "the header of this loop comes out of a macro; write it out");
    else if (!stmt_header(stmt)->body_is_plain && last->kind == STMT_OPAQUE)
        diag_add(diags, SEVERITY_ERROR, DIAG_UNKNOWN_CONSTRUCT, &last->place, 0,
                 "ppcc does not know what this statement does; take it out of the loop");
    else if (!stmt_header(stmt)->body_is_plain)
        diag_add(diags, SEVERITY_ERROR, DIAG_LOOP_MACRO, &stmt->place, 0,
                 "the end of this loop comes out of a macro; write it out");
    return stmt_header(stmt)->is_plain && stmt_header(stmt)->body_is_plain;
}

struct loop *loop_model(struct unit *unit, struct pragma *pragma, struct diags *diags)
{
    struct stmt *stmt = pragma->stmt;
    if (!stmt || !text_check(stmt, diags))
        return NULL;
    struct shape_problem problem;
    struct loop *loop = ARENA_NEW(unit->arena, struct loop);
    loop->pragma = pragma;
    loop->function = pragma->function;
    loop->stmt = stmt;
    if (!shape_find(stmt, &loop->shape, &problem)) {
        struct diag *diag =
            diag_add(diags, SEVERITY_ERROR, DIAG_LOOP_FORM, &problem.place, problem.end,
                     "this loop cannot run in parallel: %s", problem.message);
        diag_add_note(diags, diag, &stmt->place, 0,
                      "a parallel loop counts an integer from a start to a bound: for (i = a; i < "
                      "b; i += c)");
        return NULL;
    }
    bool fine = nest_find(unit, loop, diags) && bind_clauses(loop, diags);
    fine = fine && arguments_check(loop, diags) && body_check(unit, loop, diags);
    return fine && sections_find(unit, loop, diags) ? loop : NULL;
}

static void collect_vouched(struct unit *unit, struct loop *loop)
{
    for (size_t k = 0; k < loop->pragma->clauses.count; k++) {
        const struct clause *clause = &loop->pragma->clauses.items[k];
        for (size_t n = 0; n < clause->items.count; n++) {
            const struct expr *e = clause->items.items[n].base.expr;
            if (!e || e->kind != EXPR_VAR)
                continue;
            if (clause->kind == CLAUSE_NOALIAS)
                LIST_PUSH(unit->arena, loop->noalias, e->var);
            if (clause->kind == CLAUSE_INDEPENDENT)
                LIST_PUSH(unit->arena, loop->independent, e->var);
        }
    }
}

static void decide(struct loop *loop)
{
    sort_reasons(loop);
    if (loop->reasons.count) {
        loop->verdict = VERDICT_REJECTED;
        loop->plan = NULL;
        loop->cost = NULL;
        loop->guard = NULL;
    } else {
        bool trusted = loop->is_trusted || loop->trace->used_noalias || loop->trace->used_effects;
        loop->guard = guards_text(loop->trace->arena, loop);
        loop->verdict = trusted ? VERDICT_TRUSTED : loop->guard ? VERDICT_GUARDED : VERDICT_PROVEN;
    }
}

static void analyse_once(struct unit *unit, struct loop *loop, enum granted granted)
{
    loop->trace = walk_loop(unit, loop, granted);
    for (size_t k = 0; k < loop->trace->reasons.count; k++)
        LIST_PUSH(unit->arena, loop->reasons, loop->trace->reasons.items[k]);
    split_objects(loop->trace);
    struct dependences *dependences = depend(loop);
    find_after(loop, dependences);
    make_plan(loop, dependences);
    check_after_folds(loop);
    if (loop->trace->is_late) {
        loop->reasons.count = 0; /* what was not answered in time looks like a collision */
        add_reason(loop, DIAG_TOO_COMPLEX, &loop->stmt->place, 0,
                   "the analysis of this loop takes longer than its limit; "
                   "--analysis-limit=SECONDS sets another one");
    }
    bool fits = loop->reasons.count || guard_fits(loop);
    find_followed(loop);
    if (!loop->reasons.count) {
        loop->cost = cost_find(loop, dependences);
        loop->plan->is_light = work_is_light(unit, loop);
        loop->plan->is_uniform = work_is_uniform(unit, loop);
        loop->plan->grows = loop->levels.count == 1 && work_may_vary(unit, loop);
        find_views(loop, dependences);
        find_inputs(loop, dependences);
    }
    decide(loop);
    if (!fits)
        loop->verdict = VERDICT_REJECTED;
    dependences_release(dependences);
    forget_walks(loop);
    trace_close(loop->trace);
}

static void start_clock(struct unit *unit, const struct loop *loop)
{
    const struct place *place = &loop->stmt->place;
    unit->analysis_started = seconds_used();
    deadline_start(unit->analysis_limit > 0 ? unit->analysis_limit : ANALYSIS_LIMIT,
                   arena_printf(unit->arena,
                                "%s:%u:%u: error: the analysis of this loop does not come to an "
                                "end [too-complex]",
                                place->file, place->line, place->column));
}

static void stop_clock(struct unit *unit)
{
    deadline_stop();
    unit->analysis_started = 0;
}

static bool is_worth_trying(const struct trace *first, enum granted granted)
{
    return !first->is_late && (granted == GRANTED_FIT ? first->has_wraps : first->has_remainders);
}

/* As little as possible is taken for granted. The messages are those of the first try. */
void analyse_loop(struct unit *unit, struct loop *loop)
{
    collect_vouched(unit, loop);
    start_clock(unit, loop);
    const struct loop fresh = *loop;
    analyse_once(unit, loop, GRANTED_NOTHING);
    const struct trace *first = loop->trace;
    for (enum granted granted = GRANTED_FIT;
         granted <= GRANTED_REMAINDERS && loop->verdict == VERDICT_REJECTED; granted++) {
        struct loop again = fresh;
        if (!is_worth_trying(first, granted))
            continue;
        analyse_once(unit, &again, granted);
        if (again.verdict != VERDICT_REJECTED)
            *loop = again;
    }
    sections_check(unit, loop);
    if (loop->reasons.count)
        decide(loop);
    stop_clock(unit);
}
