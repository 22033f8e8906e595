/*
 * A table that is filled on first use looks like a value that is carried from one iteration to the
 * next:
 *
 *     static int ready;
 *     static double table[N];
 *     if (!ready) {
 *         for (int k = 0; k < N; k++)
 *             table[k] = ...;
 *         ready = 1;
 *     }
 *     return table[i];
 *
 * It is not, when nobody can tell whether the filling has happened. Then every worker may fill its
 * own copy, and the parent's may stay as it is until it is next used, when it is filled alike. So
 * the walk takes these variables for memory of the iteration's own. This holds when
 *
 *   - the variables that the filling writes are static, nobody has their address, and the flag is 0
 *     from the start; the filling sets it to a number other than 0, always;
 *   - what the filling computes depends on nothing that can change: on constants, on its own
 * automatic variables and on the variables that it fills, by operators and functions of the library
 * that do nothing else. So it computes the same at any time, in any copy;
 *   - everything else that the program does with these variables is to read them, in a function
 * that has checked the flag before, in the outermost block of its body.
 *
 * The filling is the body of the check, and functions that only it calls. Functions with a check
 * are looked at without all this when a loop inside of them is analysed, and a filling that holds a
 * loop with a pragma is none.
 */
#include "lazy.h"

#include "assigned.h"
#include "filling.h"

/* ---- the flag ----------------------------------------------------------------------------- */

static bool is_zero(const struct expr *e)
{
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    return e->kind == EXPR_INT && e->value == 0;
}

/* The variable that E finds to be 0. */
static struct var *checked_var(const struct expr *e)
{
    const struct expr *flag = NULL;
    if (e->kind == EXPR_UNARY && e->op == OP_NOT)
        flag = e->args[0];
    else if (e->kind == EXPR_BINARY && e->op == OP_EQ && is_zero(e->args[1]))
        flag = e->args[0];
    while (flag && flag->kind == EXPR_CAST && flag->type->kind == TYPE_INTEGER)
        flag = flag->args[0];
    bool is_flag = flag && flag->kind == EXPR_VAR && flag->type->kind == TYPE_INTEGER &&
                   flag->var->storage != STORAGE_LOCAL &&
                   (!flag->var->init || is_zero(flag->var->init));
    return is_flag ? flag->var : NULL;
}

static const struct stmt *only_part(const struct stmt *stmt)
{
    return stmt->kind == STMT_BLOCK && stmt->stmts.count == 1 ? stmt->stmts.items[0] : stmt;
}

/* STMT is f(); and nothing else. */
static struct function *only_call(const struct stmt *stmt)
{
    stmt = only_part(stmt);
    const struct expr *e = stmt->kind == STMT_EXPR ? stmt->expr : NULL;
    while (e && e->kind == EXPR_CAST && e->type->kind == TYPE_VOID)
        e = e->args[0];
    bool is_call =
        e && e->kind == EXPR_CALL && e->args[0]->kind == EXPR_FUNCTION && e->arg_count == 1;
    return is_call ? e->args[0]->function : NULL;
}

static void find_return(struct stmt *stmt, void *data)
{
    bool *found = data;
    *found |= stmt->kind == STMT_RETURN;
}

/* Whether the flag is set whenever BODY has run. */
static bool always_sets(const struct filling *filling, const struct stmt *body)
{
    const struct function *called = only_call(body);
    bool returns = false;
    if (called && called->body) {
        visit_stmts(called->body, find_return, &returns);
        body = called->body;
    }
    if (returns)
        return false;
    if (body->kind != STMT_BLOCK)
        return stmt_sets(body, filling->flag);
    for (size_t k = 0; k < body->stmts.count; k++)
        if (stmt_sets(body->stmts.items[k], filling->flag))
            return true;
    return false;
}

/* Several checks have to do the same. */
static bool are_alike(const struct filling *filling)
{
    const struct function *called = only_call(filling->checks.items[0].stmt->body);
    for (size_t k = 0; k < filling->checks.count; k++)
        if ((filling->checks.count > 1 && !called) ||
            only_call(filling->checks.items[k].stmt->body) != called ||
            !always_sets(filling, filling->checks.items[k].stmt->body))
            return false;
    return true;
}

/* ---- everybody else ----------------------------------------------------------------------- */

static bool is_write_of_filled(const struct filling *filling, const struct expr *e)
{
    return (e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP) &&
           is_filled(filling, place_var(e->args[0]));
}

static bool find_part(struct expr *e, void *data)
{
    struct filling *filling = data;
    filling->found_part |= (e->kind == EXPR_VAR && is_filled(filling, e->var)) ||
                           (e->kind == EXPR_FUNCTION && is_filler(filling, e->function));
    return !filling->found_part;
}

/* Whether others may call FUNCTION, which belongs to the filling: it only computes something for
 * it, or is all of it, and then fills once more what is not needed to fill it. */
static bool may_be_called(struct filling *filling, const struct function *function)
{
    filling->found_part = false;
    visit_stmt_exprs(function->body, find_part, filling);
    return !filling->found_part ||
           (!filling->reads_vars && only_call(filling->checks.items[0].stmt->body) == function);
}

/* Outside of the filling and in no function that has checked. */
static bool check_stranger(struct expr *e, void *data)
{
    struct filling *filling = data;
    filling->has_failed |= e->kind == EXPR_VAR && is_filled(filling, e->var);
    if (e->kind == EXPR_FUNCTION && is_filler(filling, e->function))
        filling->has_failed |= !may_be_called(filling, e->function);
    return !filling->has_failed;
}

/* Behind the check. */
static bool check_reader(struct expr *e, void *data)
{
    struct filling *filling = data;
    filling->has_failed |= is_write_of_filled(filling, e);
    if (e->kind == EXPR_FUNCTION && is_filler(filling, e->function))
        filling->has_failed |= !may_be_called(filling, e->function);
    return !filling->has_failed;
}

static const struct check *find_check(const struct filling *filling,
                                      const struct function *function)
{
    for (size_t k = 0; k < filling->checks.count; k++)
        if (filling->checks.items[k].function == function)
            return &filling->checks.items[k];
    return NULL;
}

/* The sizes of arrays of variable length are evaluated, too, and are not visited. */
static void check_extents(struct filling *filling, const struct type *type)
{
    for (; type; type = type->target)
        visit_expr(type->extent, check_stranger, filling);
}

static void check_declared(struct stmt *stmt, void *data)
{
    for (size_t k = 0; k < stmt->vars.count; k++)
        check_extents(data, stmt->vars.items[k]->type);
}

static bool check_casts(struct expr *e, void *data)
{
    if (e->kind == EXPR_CAST)
        check_extents(data, e->type);
    return true;
}

static void check_function(struct filling *filling, struct function *function)
{
    const struct check *check = find_check(filling, function);
    for (size_t k = 0; k < function->params.count; k++)
        check_extents(filling, function->params.items[k]->type);
    visit_stmts(function->body, check_declared, filling);
    visit_stmt_exprs(function->body, check_casts, filling);
    if (is_filler(filling, function))
        return;
    for (size_t k = 0; check && k < function->body->stmts.count; k++)
        if (k != check->index)
            visit_stmt_exprs(function->body->stmts.items[k],
                             k < check->index ? check_stranger : check_reader, filling);
    if (!check)
        visit_stmt_exprs(function->body, check_stranger, filling);
}

static void check_everybody(struct filling *filling)
{
    const struct unit *unit = filling->unit;
    for (size_t k = 0; k < unit->functions.count; k++)
        if (unit->functions.items[k]->body)
            check_function(filling, unit->functions.items[k]);
    for (size_t k = 0; k < unit->in_clauses.count; k++)
        filling->has_failed |= is_filled(filling, unit->in_clauses.items[k]);
}

/* ---- the program -------------------------------------------------------------------------- */

static void accept(struct filling *filling)
{
    for (size_t k = 0; k < filling->vars.count; k++)
        filling->vars.items[k]->is_lazy = true;
    for (size_t k = 0; k < filling->checks.count; k++)
        filling->checks.items[k].function->fills_lazy = true;
    for (size_t k = 0; k < filling->functions.count; k++)
        filling->functions.items[k]->fills_lazy = true;
}

static bool is_filling(struct filling *filling)
{
    filling_examine(filling);
    if (filling->has_failed || !is_filled(filling, filling->flag) || !are_alike(filling))
        return false;
    check_everybody(filling);
    return !filling->has_failed;
}

/* The checks of the outermost block of FUNCTION's body; a jump could go round them. */
static void find_checks(struct function *function, struct filling *all)
{
    const struct stmt *body = function->body;
    if (!body || body->kind != STMT_BLOCK || function->has_label || function->is_declared)
        return;
    for (size_t k = 0; k < body->stmts.count; k++) {
        struct stmt *stmt = body->stmts.items[k];
        struct var *flag = stmt->kind == STMT_IF && !stmt->other ? checked_var(stmt->expr) : NULL;
        struct check check = {function, k, stmt, flag};
        if (flag)
            LIST_PUSH(all->unit->arena, all->checks, check);
    }
}

/* Of the flag of check number FIRST, unless it is that of an earlier one. */
static void try_flag(const struct filling *all, size_t first)
{
    struct filling filling = {.unit = all->unit, .flag = all->checks.items[first].flag};
    for (size_t k = 0; k < all->checks.count; k++) {
        if (all->checks.items[k].flag != filling.flag)
            continue;
        if (k < first)
            return;
        LIST_PUSH(filling.unit->arena, filling.checks, all->checks.items[k]);
    }
    if (is_filling(&filling))
        accept(&filling);
}

void find_lazy(struct unit *unit)
{
    struct filling all = {.unit = unit};
    if (unit->has_assembler || unit->has_aliases)
        return;
    for (size_t k = 0; k < unit->functions.count; k++)
        find_checks(unit->functions.items[k], &all);
    for (size_t k = 0; k < all.checks.count; k++)
        try_flag(&all, k);
}
