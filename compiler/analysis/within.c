/*
 * The assignment in
 *
 *     found = found || (c && (last[i / 2] = i));
 *
 * becomes (ppar_wrote(..., &(last[i / 2]), ...), (last[i / 2] = i)): the place is noted whenever,
 * and just before, the assignment happens. Its value and type stay, and so do the sequence points
 * around it; what is written is read when the chunk is done.
 *
 * The place is evaluated twice. Between the two nothing happens but the evaluation of the other
 * operand, if the compiler has that done first. What it assigns to by name must not be what the
 * place depends on; what it may change through pointers and in calls could be anything that has an
 * address. In memory that outlives the iteration the walk has looked for it (check_order), and so
 * it is enough that the trace has the reads. An operand that may jump away or end the program could
 * keep the place from being evaluated at all.
 *
 * The assignment has to be where the text is kept, once: not in the header of a loop that is itself
 * rewritten, nor in an argument of which a copy is written (replays.c).
 */
#include "within.h"

#include "assigned.h"
#include "fold_call.h"
#include "update.h"

/* What cannot be evaluated again, or has no address. */
static bool find_obstacle(struct expr *e, void *data)
{
    bool *found = data;
    *found |= e->type->is_volatile || (e->kind == EXPR_MEMBER && e->field->is_bit_field);
    return !*found;
}

bool place_can_be_repeated(struct expr *place)
{
    bool found = expr_contains(place, EXPRS_CALL | EXPRS_CHANGE);
    visit_expr(place, find_obstacle, &found);
    return !found;
}

/* ---- what the place depends on ------------------------------------------------------------ */

struct dependence {
    const struct trace *trace;
    const struct var *assigned; /* the variable that is assigned to; NULL: anything with an address
                                   that the walk does not trace */
    bool is_found;
};

static bool is_traced(const struct trace *trace, const struct expr *e)
{
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].expr == e && !trace->accesses.items[k].is_write)
            return true;
    return false;
}

static bool is_lvalue(const struct expr *e)
{
    return e->kind == EXPR_VAR || e->kind == EXPR_INDEX || e->kind == EXPR_MEMBER ||
           e->kind == EXPR_DEREF;
}

static bool is_nameable_only(const struct expr *e)
{
    return e->kind == EXPR_VAR && !e->var->address_taken &&
           (e->var->storage == STORAGE_LOCAL || e->var->storage == STORAGE_PARAMETER);
}

static void find_in_value(struct dependence *dependence, const struct expr *e);

/* The place E is found; what is in it is not looked at. */
static void find_in_place(struct dependence *dependence, const struct expr *e)
{
    const struct expr *base = e->arg_count ? e->args[0] : NULL;
    bool is_inside = base && (e->kind == EXPR_MEMBER || base->type->kind == TYPE_ARRAY);
    if (is_inside && is_lvalue(base))
        find_in_place(dependence, base);
    else if (base)
        find_in_value(dependence, base);
    for (size_t k = 1; k < e->arg_count; k++)
        find_in_value(dependence, e->args[k]);
}

/* What E depends on is read. */
static void find_in_value(struct dependence *dependence, const struct expr *e)
{
    if (!is_lvalue(e)) {
        for (size_t k = 0; k < e->arg_count; k++)
            find_in_value(dependence, e->args[k]);
        return;
    }
    find_in_place(dependence, e);
    if (e->type->kind == TYPE_ARRAY)
        return;
    dependence->is_found |= dependence->assigned
                                ? place_var(e) == dependence->assigned
                                : !is_nameable_only(e) && !is_traced(dependence->trace, e);
}

struct operand_check {
    struct dependence dependence;
    const struct expr *place;
};

/* Whether what happens in E may change where the place is. */
static bool find_change(struct expr *e, void *data)
{
    struct operand_check *check = data;
    bool assigns = e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP;
    const struct var *var = assigns ? place_var(e->args[0]) : NULL;
    check->dependence.assigned = var && !var->address_taken ? var : NULL;
    if (assigns || e->kind == EXPR_CALL)
        find_in_place(&check->dependence, check->place);
    return !check->dependence.is_found;
}

bool operand_leaves_place(const struct trace *trace, const struct expr *e)
{
    struct operand_check check = {{.trace = trace}, e->args[0]};
    if (e->kind == EXPR_STEP)
        return true;
    visit_expr(e->args[1], find_change, &check);
    return !check.dependence.is_found &&
           !expr_contains(e->args[1], 1u << EXPR_BLOCK | 1u << EXPR_OPAQUE);
}

/* ---- where it stands ---------------------------------------------------------------------- */

struct text_search {
    const struct expr *wanted;
    bool is_found;
};

static void search_text(struct text_search *search, struct stmt *stmt, bool headers_are_taken);

static bool search_expr(struct expr *e, void *data)
{
    struct text_search *search = data;
    search->is_found |= e == search->wanted;
    if (e->kind == EXPR_BLOCK)
        search_text(search, e->stmt, false);
    return !search->is_found && e->kind != EXPR_BLOCK;
}

/* Headers are taken from a pragma on, through the loops that may be collapsed with it. */
static void search_text(struct text_search *search, struct stmt *stmt, bool headers_are_taken)
{
    if (!stmt || search->is_found)
        return;
    bool is_for = stmt->kind == STMT_FOR;
    bool is_taken = is_for && (headers_are_taken || stmt_header(stmt)->is_behind_pragma);
    bool goes_on = is_taken || (headers_are_taken && stmt->kind == STMT_BLOCK);
    if (!is_taken) {
        search_text(search, stmt->init, false);
        visit_expr(stmt->expr, search_expr, search);
        visit_expr(stmt->step, search_expr, search);
    }
    for (size_t k = 0; stmt->kind == STMT_DECLARE && k < stmt->vars.count; k++)
        visit_expr(stmt->vars.items[k]->init, search_expr, search);
    for (size_t k = 0; k < stmt->stmts.count; k++)
        search_text(search, stmt->stmts.items[k], goes_on);
    search_text(search, stmt->body, goes_on);
    search_text(search, stmt->other, false);
}

/* Whether it is a part of what a fold by a function folds. */
static bool is_copied(const struct trace *trace, const struct expr *e)
{
    struct text_search search = {.wanted = e};
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct reduction_update *update = trace->accesses.items[k].update;
        if (update && update->call)
            visit_expr(update->call->part, search_expr, &search);
    }
    return search.is_found;
}

bool can_record_within(const struct loop *loop, const struct expr *e)
{
    struct text_search search = {.wanted = e};
    search_text(&search, loop->body, false);
    bool may_end =
        loop->trace->may_exit && e->kind == EXPR_ASSIGN && expr_contains(e->args[1], EXPRS_CALL);
    return search.is_found && !may_end && operand_leaves_place(loop->trace, e) &&
           !is_copied(loop->trace, e);
}
