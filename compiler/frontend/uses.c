/*
 * Whose address is taken, found on the finished tree: variables that a pointer may point to, and
 * functions that a pointer may call.
 *
 * A variable's address is taken by '&' on it or on a part of it, and by every use of an array, or
 * of an array that is a part of it, that is not an immediate subscript or the operand of sizeof:
 * there the array becomes a pointer that may go anywhere. An operand of something opaque is taken,
 * too. A function's address is taken by every use but as the callee of a call; these are counted.
 */
#include "internal.h"

static void mark_stmt(struct stmt *stmt);
static void mark_expr(struct expr *expr, bool is_place);

/* The address of the object that EXPR is a part of becomes known. */
static void take_address(struct expr *expr)
{
    for (;;) {
        switch (expr->kind) {
        case EXPR_VAR:
            expr->var->address_taken = true;
            return;
        case EXPR_FUNCTION:
            expr->function->address_taken = true;
            return;
        case EXPR_INDEX:
            if (expr->args[0]->type->kind != TYPE_ARRAY)
                return;
            break;
        case EXPR_MEMBER:
            break;
        default:
            return;
        }
        expr = expr->args[0];
    }
}

static void mark_args(struct expr *expr)
{
    for (size_t i = 0; i < expr->arg_count; i++)
        mark_expr(expr->args[i], false);
}

static void mark_extents(struct type *type)
{
    for (; type; type = type->target) {
        if (type->extent)
            mark_expr(type->extent, false);
        if (type->kind != TYPE_ARRAY && type->kind != TYPE_POINTER)
            return;
    }
}

/* IS_PLACE: only the place of EXPR is of interest here, for a subscript, a member or a size. */
static void mark_expr(struct expr *expr, bool is_place)
{
    bool decays = expr->type && expr->type->kind == TYPE_ARRAY && !is_place;
    switch (expr->kind) {
    case EXPR_VAR:
    case EXPR_FUNCTION:
        if (decays || (expr->kind == EXPR_FUNCTION && !is_place))
            take_address(expr);
        return;
    case EXPR_INDEX:
    case EXPR_MEMBER:
        if (decays)
            take_address(expr);
        mark_expr(expr->args[0], true);
        for (size_t i = 1; i < expr->arg_count; i++)
            mark_expr(expr->args[i], false);
        return;
    case EXPR_ADDRESS:
        take_address(expr->args[0]);
        mark_expr(expr->args[0], true);
        return;
    case EXPR_SIZEOF:
        for (size_t i = 0; i < expr->arg_count; i++)
            mark_expr(expr->args[i], true);
        return;
    case EXPR_CALL:
        if (expr->args[0]->kind == EXPR_FUNCTION)
            expr->args[0]->function->call_count++;
        mark_expr(expr->args[0], true);
        for (size_t i = 1; i < expr->arg_count; i++)
            mark_expr(expr->args[i], false);
        return;
    case EXPR_OPAQUE:
        for (size_t i = 0; i < expr->arg_count; i++)
            take_address(expr->args[i]);
        mark_args(expr);
        return;
    case EXPR_BLOCK:
        mark_stmt(expr->stmt);
        return;
    case EXPR_CAST:
        mark_extents(expr->type);
        mark_args(expr);
        return;
    default:
        mark_args(expr);
        return;
    }
}

static void mark_var(struct var *var)
{
    mark_extents(var->type);
    if (var->init)
        mark_expr(var->init, false);
}

static void mark_stmt(struct stmt *stmt)
{
    if (!stmt)
        return;
    mark_stmt(stmt->init);
    if (stmt->expr)
        mark_expr(stmt->expr, false);
    if (stmt->step)
        mark_expr(stmt->step, false);
    mark_stmt(stmt->body);
    mark_stmt(stmt->other);
    for (size_t i = 0; i < stmt->stmts.count; i++)
        mark_stmt(stmt->stmts.items[i]);
    for (size_t i = 0; i < stmt->vars.count; i++)
        mark_var(stmt->vars.items[i]);
}

void uses_mark_unit(struct unit *unit)
{
    for (size_t i = 0; i < unit->globals.count; i++)
        mark_var(unit->globals.items[i]);
    for (size_t i = 0; i < unit->functions.count; i++) {
        struct function *function = unit->functions.items[i];
        for (size_t k = 0; k < function->params.count; k++)
            mark_extents(function->params.items[k]->type);
        mark_stmt(function->body);
    }
}

/* Sections name places; the other expressions of clauses are evaluated like any. */
static void mark_clause(const struct clause *clause)
{
    if (clause->value.expr)
        mark_expr(clause->value.expr, false);
    if (clause->function.expr)
        mark_expr(clause->function.expr, false);
    for (size_t i = 0; i < clause->items.count; i++) {
        const struct clause_item *item = &clause->items.items[i];
        if (item->base.expr)
            mark_expr(item->base.expr, true);
        if (item->first.expr)
            mark_expr(item->first.expr, false);
        if (item->count.expr)
            mark_expr(item->count.expr, false);
    }
}

void uses_mark_clauses(struct pragmas *pragmas)
{
    for (size_t i = 0; i < pragmas->list.count; i++)
        for (size_t k = 0; k < pragmas->list.items[i]->clauses.count; k++)
            mark_clause(&pragmas->list.items[i]->clauses.items[k]);
}
