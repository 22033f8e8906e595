/*
 * Visiting every expression and statement of a tree, and the questions about variables that a look
 * at all assignments answers.
 */
#include "assigned.h"

void visit_expr(struct expr *e, expr_visitor *visit, void *data)
{
    if (!e || !visit(e, data))
        return;
    for (size_t k = 0; k < e->arg_count; k++)
        visit_expr(e->args[k], visit, data);
    if (e->kind == EXPR_BLOCK)
        visit_stmt_exprs(e->stmt, visit, data);
}

struct expr_visit {
    expr_visitor *visit;
    void *data;
};

static void visit_exprs_of(struct stmt *stmt, void *data)
{
    const struct expr_visit *with = data;
    visit_expr(stmt->expr, with->visit, with->data);
    visit_expr(stmt->step, with->visit, with->data);
    visit_expr(stmt->after, with->visit, with->data);
    if (stmt->kind == STMT_DECLARE)
        for (size_t k = 0; k < stmt->vars.count; k++)
            visit_expr(stmt->vars.items[k]->init, with->visit, with->data);
}

void visit_stmt_exprs(struct stmt *stmt, expr_visitor *visit, void *data)
{
    struct expr_visit with = {visit, data};
    visit_stmts(stmt, visit_exprs_of, &with);
}

void visit_stmts(struct stmt *stmt, stmt_visitor *visit, void *data)
{
    if (!stmt)
        return;
    visit(stmt, data);
    visit_stmts(stmt->init, visit, data);
    visit_stmts(stmt->body, visit, data);
    visit_stmts(stmt->other, visit, data);
    for (size_t k = 0; k < stmt->stmts.count; k++)
        visit_stmts(stmt->stmts.items[k], visit, data);
}

static bool can_name(const struct function *function, const struct var *var)
{
    if (var->function)
        return function == var->function;
    return var->storage == STORAGE_EXTERNAL || function->unit == var->unit;
}

void visit_namers(const struct unit *unit, const struct var *var, expr_visitor *visit, void *data)
{
    for (size_t k = 0; k < unit->functions.count; k++)
        if (unit->functions.items[k]->body && can_name(unit->functions.items[k], var))
            visit_stmt_exprs(unit->functions.items[k]->body, visit, data);
}

struct assignment_count {
    const struct var *var;
    size_t count;
};

static bool count_assignment(struct expr *e, void *data)
{
    struct assignment_count *search = data;
    if ((e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP) && e->args[0]->kind == EXPR_VAR &&
        e->args[0]->var == search->var)
        search->count++;
    return true;
}

bool stmt_assigns(struct stmt *stmt, const struct var *var)
{
    struct assignment_count search = {.var = var};
    visit_stmt_exprs(stmt, count_assignment, &search);
    return search.count != 0;
}

struct var *place_var(const struct expr *place)
{
    while (place->kind == EXPR_MEMBER ||
           (place->kind == EXPR_INDEX && place->args[0]->type->kind == TYPE_ARRAY))
        place = place->args[0];
    return place->kind == EXPR_VAR ? place->var : NULL;
}

static bool count_part(struct expr *e, void *data)
{
    struct assignment_count *search = data;
    if ((e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP) && place_var(e->args[0]) == search->var)
        search->count++;
    return true;
}

bool stmt_assigns_part(struct stmt *stmt, const struct var *var)
{
    struct assignment_count search = {.var = var};
    visit_stmt_exprs(stmt, count_part, &search);
    return search.count != 0;
}

size_t count_assignments(const struct function *function, const struct var *var)
{
    struct assignment_count search = {.var = var};
    visit_stmt_exprs(function->body, count_assignment, &search);
    return search.count;
}

bool var_is_assigned_once(const struct var *var)
{
    if (var->address_taken || !var->function || !var->function->body ||
        (var->storage != STORAGE_LOCAL && var->storage != STORAGE_PARAMETER))
        return false;
    size_t births = var->storage == STORAGE_PARAMETER || var->init ? 1 : 0;
    return births + count_assignments(var->function, var) <= 1;
}

struct kind_search {
    unsigned kinds;
    bool found;
};

static bool find_kind(struct expr *e, void *data)
{
    struct kind_search *search = data;
    search->found |= search->kinds >> e->kind & 1;
    return !search->found;
}

bool expr_contains(struct expr *e, unsigned kinds)
{
    struct kind_search search = {.kinds = kinds};
    visit_expr(e, find_kind, &search);
    return search.found;
}
