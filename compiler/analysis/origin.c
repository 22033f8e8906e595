/*
 * A pointer that is initialised in the block that holds the loop,
 *
 *     {
 *         double *row = grid + k * width;
 *         #pragma ppar for
 *         for (...)
 *
 * is what its initializer says as long as row, grid, k and width are not assigned to in that block:
 * whenever control is at the loop, it came through the declaration since it entered the block, for
 * there are no labels to jump to. Memory is another matter, so an initializer that loads from it
 * says nothing. Nor does one whose variables could be hidden at the loop, for they are named there.
 */
#include "origin.h"

#include "assigned.h"
#include "render.h"

static bool is_automatic(const struct var *var)
{
    return var->storage == STORAGE_LOCAL || var->storage == STORAGE_PARAMETER;
}

static bool is_in(const struct stmt *stmt, const struct stmt *root)
{
    if (!stmt || stmt == root)
        return stmt == root;
    for (size_t k = 0; k < stmt->stmts.count; k++)
        if (is_in(stmt->stmts.items[k], root))
            return true;
    return is_in(stmt->body, root) || is_in(stmt->other, root);
}

static bool declares(const struct stmt *stmt, const struct var *var)
{
    for (size_t k = 0; stmt->kind == STMT_DECLARE && k < stmt->vars.count; k++)
        if (stmt->vars.items[k] == var)
            return true;
    return false;
}

/* The block in STMT that declares VAR and, further on, holds ROOT. */
static struct stmt *find_block(struct stmt *stmt, const struct stmt *root, const struct var *var)
{
    struct stmt *found = NULL;
    bool declared = false;
    if (!stmt || stmt == root)
        return NULL;
    for (size_t k = 0; k < stmt->stmts.count && !found; k++) {
        declared |= declares(stmt->stmts.items[k], var);
        if (declared && stmt->kind == STMT_BLOCK && is_in(stmt->stmts.items[k], root))
            return stmt;
        found = find_block(stmt->stmts.items[k], root, var);
    }
    if (!found)
        found = find_block(stmt->body, root, var);
    return found ? found : find_block(stmt->other, root, var);
}

static bool is_kept(const struct var *var, struct stmt *block)
{
    return is_automatic(var) && !var->address_taken && !var->type->is_volatile &&
           !var->type->is_atomic && !stmt_assigns(block, var) &&
           !name_is_shared(var->function, var);
}

static bool is_plain(const struct expr *e, struct stmt *block);

/* Whether the address of E follows from values that are kept. */
static bool is_plain_place(const struct expr *e, struct stmt *block)
{
    switch (e->kind) {
    case EXPR_VAR:
        return !e->var->is_thread_local &&
               (!e->var->function || !name_is_shared(e->var->function, e->var));
    case EXPR_INDEX:
        return is_plain(e->args[0], block) && is_plain(e->args[1], block);
    case EXPR_MEMBER:
        return is_plain_place(e->args[0], block);
    case EXPR_DEREF:
        return is_plain(e->args[0], block);
    default:
        return false;
    }
}

static bool is_plain(const struct expr *e, struct stmt *block)
{
    if (e->type->kind == TYPE_ARRAY)
        return e->type->size >= 0 && is_plain_place(e, block);
    switch (e->kind) {
    case EXPR_INT:
        return true;
    case EXPR_VAR:
        return is_kept(e->var, block);
    case EXPR_ADDRESS:
        return is_plain_place(e->args[0], block);
    case EXPR_CAST:
    case EXPR_UNARY:
        return is_plain(e->args[0], block);
    case EXPR_BINARY:
        return is_plain(e->args[0], block) && is_plain(e->args[1], block);
    default:
        return false;
    }
}

bool origin_is_init(const struct function *function, const struct stmt *root, const struct var *var)
{
    if (var->storage != STORAGE_LOCAL || !var->init || var->function != function ||
        function->has_label || !var_is_assigned_once(var) || var->type->is_volatile)
        return false;
    struct stmt *block = find_block(function->body, root, var);
    return block && is_plain(var->init, block);
}

/* ---- strings ------------------------------------------------------------------------------ */

static bool is_literal(const struct expr *e)
{
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    if (e->kind == EXPR_INIT) {
        for (size_t k = 0; k < e->arg_count; k++)
            if (!is_literal(e->args[k]))
                return false;
        return true;
    }
    return e->kind == EXPR_STRING || (e->type->kind != TYPE_POINTER && e->kind == EXPR_INT) ||
           (e->kind == EXPR_INT && e->value == 0) || e->kind == EXPR_FLOAT;
}

struct store_search {
    const struct var *var;
    bool found;
};

static bool find_store(struct expr *e, void *data)
{
    struct store_search *search = data;
    if (e->kind != EXPR_ASSIGN && e->kind != EXPR_STEP)
        return true;
    const struct expr *to = e->args[0];
    while (to->kind == EXPR_INDEX || to->kind == EXPR_MEMBER)
        to = to->args[0];
    search->found |= to->kind == EXPR_VAR && to->var == search->var;
    return true;
}

bool holds_literals_only(const struct unit *unit, const struct var *var)
{
    bool is_static = var->storage == STORAGE_FILE || var->storage == STORAGE_STATIC_LOCAL;
    if (!is_static || var->address_taken || unit->has_aliases || !var->init ||
        !is_literal(var->init))
        return false;
    struct store_search search = {.var = var};
    visit_namers(unit, var, find_store, &search);
    return !search.found;
}
