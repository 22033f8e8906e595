/*
 * Whether a filling depends on nothing that can change. It may use constants, automatic variables
 * of its own, and what it fills; operators, and functions of the library that do nothing but
 * compute. An automatic variable of the function around it, as old code has for counters, is its
 * own when the filling sets it before it reads it. The filling has no pointers, so what it writes
 * are the variables that it names; they hold numbers only. It is left at its end: nothing that it
 * calls ends the program, and nothing jumps.
 */
#include "filling.h"

#include "assigned.h"
#include "library.h"

#include <string.h>

/* ---- visiting ----------------------------------------------------------------------------- */

static bool is_static(const struct var *var)
{
    return var->storage != STORAGE_LOCAL && var->storage != STORAGE_PARAMETER;
}

bool is_filled(const struct filling *filling, const struct var *var)
{
    for (size_t k = 0; k < filling->vars.count; k++)
        if (filling->vars.items[k] == var)
            return true;
    return false;
}

bool is_filler(const struct filling *filling, const struct function *function)
{
    for (size_t k = 0; k < filling->functions.count; k++)
        if (filling->functions.items[k] == function)
            return true;
    return false;
}

static void visit_filling(struct filling *filling, stmt_visitor *stmts, expr_visitor *exprs)
{
    for (size_t k = 0; k < filling->checks.count; k++) {
        filling->check = &filling->checks.items[k];
        filling->function = filling->check->function;
        visit_stmts(filling->check->stmt->body, stmts, filling);
        visit_stmt_exprs(filling->check->stmt->body, exprs, filling);
    }
    filling->check = NULL;
    for (size_t k = 0; k < filling->functions.count; k++) { /* the list may grow */
        filling->function = filling->functions.items[k];
        visit_stmts(filling->function->body, stmts, filling);
        visit_stmt_exprs(filling->function->body, exprs, filling);
    }
}

/* ---- what belongs to a filling ------------------------------------------------------------ */

static void add_filler(struct filling *filling, struct function *function)
{
    bool can_be = function->is_static && !function->address_taken && !function->is_declared &&
                  !function->is_variadic && !function->has_label;
    filling->has_failed |= !can_be;
    if (can_be && !is_filler(filling, function))
        LIST_PUSH(filling->unit->arena, filling->functions, function);
}

/* A function whose value depends on its arguments alone. */
static bool is_pure(const struct function *function)
{
    const struct library_function *entry = library_entry(function);
    if (!entry || entry->result != RESULT_VALUE)
        return false;
    for (size_t k = 0; k < entry->effect_count; k++) {
        const struct effect *effect = &entry->effects[k];
        bool is_errno = effect->kind == EFFECT_MAY_WRITE_STATE && !strcmp(effect->name, "errno");
        if (!is_errno && effect->kind != EFFECT_NONE)
            return false;
    }
    return true;
}

static void collect_write(struct filling *filling, const struct expr *e)
{
    struct var *var = place_var(e->args[0]);
    if (!var)
        filling->has_failed = true;
    else if (is_static(var) && !is_filled(filling, var))
        LIST_PUSH(filling->unit->arena, filling->vars, var);
}

static bool collect_expr(struct expr *e, void *data)
{
    struct filling *filling = data;
    if (e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP)
        collect_write(filling, e);
    if (e->kind == EXPR_CALL && e->args[0]->kind == EXPR_FUNCTION) {
        if (e->args[0]->function->body)
            add_filler(filling, e->args[0]->function);
        else
            filling->has_failed |= !is_pure(e->args[0]->function);
    }
    return !filling->has_failed;
}

/* The filling has to be left at its end, and no loop of it may be one that ppcc runs itself. */
static void collect_stmt(struct stmt *stmt, void *data)
{
    struct filling *filling = data;
    bool leaves = stmt->kind == STMT_RETURN && filling->check;
    for (size_t k = 0; k < stmt->vars.count; k++)
        filling->has_failed |= stmt->vars.items[k]->type->size < 0;
    filling->has_failed |= leaves || stmt->kind == STMT_GOTO || stmt->kind == STMT_LABEL ||
                           stmt->kind == STMT_OPAQUE || stmt_header(stmt)->is_behind_pragma;
}

/* ---- on what it depends ------------------------------------------------------------------- */

static bool holds_only_numbers(const struct type *type)
{
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    if (type->is_volatile || type->is_atomic)
        return false;
    if (type->kind != TYPE_RECORD)
        return type->kind == TYPE_INTEGER || type->kind == TYPE_FLOATING ||
               type->kind == TYPE_COMPLEX;
    for (size_t k = 0; k < type->fields.count; k++)
        if (!holds_only_numbers(type->fields.items[k]->type))
            return false;
    return type->is_complete;
}

static bool can_be_filled(const struct var *var)
{
    bool is_hidden = var->storage == STORAGE_STATIC_LOCAL || var->storage == STORAGE_FILE;
    return is_hidden && !var->address_taken && !var->is_thread_local &&
           holds_only_numbers(var->type);
}

static bool is_constant(const struct var *var)
{
    const struct type *type = var->type;
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    return var->init && type->is_const && holds_only_numbers(var->type) &&
           (var->storage == STORAGE_FILE || var->storage == STORAGE_STATIC_LOCAL);
}

struct mention_search {
    const struct var *var;
    bool found;
};

static bool find_mention(struct expr *e, void *data)
{
    struct mention_search *search = data;
    search->found |= e->kind == EXPR_VAR && e->var == search->var;
    return !search->found;
}

static bool mentions(struct stmt *stmt, const struct var *var)
{
    struct mention_search search = {.var = var};
    visit_stmt_exprs(stmt, find_mention, &search);
    return search.found;
}

bool stmt_sets(const struct stmt *stmt, const struct var *var)
{
    const struct expr *e = stmt && stmt->kind == STMT_EXPR ? stmt->expr : NULL;
    struct mention_search search = {.var = var};
    if (!e || e->kind != EXPR_ASSIGN || e->op != OP_NONE || e->args[0]->kind != EXPR_VAR ||
        e->args[0]->var != var)
        return false;
    visit_expr(e->args[1], find_mention, &search);
    return !search.found;
}

/* Whether STMT gives VAR a value before it reads it, each time. */
static bool sets_first(const struct stmt *stmt, const struct var *var)
{
    bool is_set = false;
    switch (stmt->kind) {
    case STMT_EXPR:
        return stmt_sets(stmt, var);
    case STMT_FOR:
        if (stmt_sets(stmt->init, var))
            return true;
        for (size_t k = 0; k < 2; k++) {
            struct mention_search search = {.var = var};
            visit_expr(k ? stmt->step : stmt->expr, find_mention, &search);
            if (search.found)
                return false;
        }
        return !(stmt->init && mentions(stmt->init, var)) && sets_first(stmt->body, var);
    case STMT_BLOCK:
        for (size_t k = 0; k < stmt->stmts.count; k++) {
            const struct stmt *part = stmt->stmts.items[k];
            if (!is_set && mentions(stmt->stmts.items[k], var) && !sets_first(part, var))
                return false;
            is_set |=
                stmt_sets(part, var) || (part->kind == STMT_FOR && stmt_sets(part->init, var));
        }
        return true;
    default:
        return false;
    }
}

struct declaration_search {
    const struct var *var;
    bool found;
};

static void find_declaration(struct stmt *stmt, void *data)
{
    struct declaration_search *search = data;
    for (size_t k = 0; k < stmt->vars.count; k++)
        search->found |= stmt->vars.items[k] == search->var;
}

static bool is_declared_in(struct stmt *stmt, const struct var *var)
{
    struct declaration_search search = {.var = var};
    visit_stmts(stmt, find_declaration, &search);
    return search.found;
}

/* Whether what the filling finds in the automatic VAR comes out of the filling. */
static bool is_own(const struct filling *filling, const struct var *var)
{
    if (var->address_taken || var->type->is_volatile || var->type->is_atomic)
        return false;
    if (!filling->check)
        return var->function == filling->function;
    return is_declared_in(filling->check->stmt->body, var) ||
           (var->storage == STORAGE_LOCAL && sets_first(filling->check->stmt->body, var));
}

static void check_var(struct filling *filling, const struct var *var)
{
    if (!is_static(var))
        filling->has_failed |= !is_own(filling, var);
    else if (!is_filled(filling, var))
        filling->has_failed |= !is_constant(var);
}

static bool is_set_to_one(const struct expr *e)
{
    const struct expr *value = e->args[1];
    while (value->kind == EXPR_CAST)
        value = value->args[0];
    return e->op == OP_NONE && value->kind == EXPR_INT && (value->value & 0x7f) != 0;
}

/* Reads of what is filled make it matter whether it is filled once more. */
static bool check_assignment(struct filling *filling, struct expr *e)
{
    struct var *var = place_var(e->args[0]);
    bool is_plain = e->kind == EXPR_ASSIGN && e->op == OP_NONE;
    if (var == filling->flag)
        filling->has_failed |= !is_plain || !is_set_to_one(e);
    filling->reads_vars |= !is_plain && is_filled(filling, var);
    return is_plain;
}

static bool check_expr(struct expr *e, void *data);

/* The place that is assigned to is no read, but its subscripts are. */
static void check_place(struct filling *filling, struct expr *place)
{
    if (place->kind == EXPR_VAR) {
        check_var(filling, place->var);
        return;
    }
    check_place(filling, place->args[0]);
    for (size_t k = 1; k < place->arg_count; k++)
        visit_expr(place->args[k], check_expr, filling);
}

static bool check_expr(struct expr *e, void *data)
{
    struct filling *filling = data;
    switch (e->kind) {
    case EXPR_VAR:
        check_var(filling, e->var);
        filling->reads_vars |= is_filled(filling, e->var);
        break;
    case EXPR_INDEX:
        filling->has_failed |= e->args[0]->type->kind != TYPE_ARRAY;
        break;
    case EXPR_ASSIGN:
    case EXPR_STEP:
        if (!check_assignment(filling, e))
            break;
        check_place(filling, e->args[0]);
        visit_expr(e->args[1], check_expr, filling);
        return false;
    case EXPR_CALL:
        filling->has_failed |= e->args[0]->kind != EXPR_FUNCTION;
        break;
    case EXPR_ADDRESS:
    case EXPR_DEREF:
    case EXPR_COMPOUND:
    case EXPR_SIZEOF:
    case EXPR_BLOCK:
    case EXPR_OPAQUE:
        filling->has_failed = true;
        break;
    default:
        break;
    }
    return !filling->has_failed;
}

static void check_nothing(struct stmt *stmt, void *data)
{
    (void)stmt;
    (void)data;
}

void filling_examine(struct filling *filling)
{
    visit_filling(filling, collect_stmt, collect_expr);
    for (size_t k = 0; k < filling->vars.count; k++)
        filling->has_failed |= !can_be_filled(filling->vars.items[k]);
    for (size_t k = 0; k < filling->checks.count; k++)
        filling->has_failed |= is_filler(filling, filling->checks.items[k].function);
    if (!filling->has_failed)
        visit_filling(filling, check_nothing, check_expr);
}
