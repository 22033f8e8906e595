/*
 * Code that is not in sight could run, and read an external variable by its name, when something in
 * sight calls it, or when it is weak, an alias or assembler that stands for something in sight. So
 * the program is whole when main is there and every function that is named anywhere has its
 * definition or is one of the library, which knows no variable of the program.
 */
#include "whole.h"

#include "assigned.h"
#include "library.h"

#include <string.h>

static void find_opaque_stmt(struct stmt *stmt, void *data)
{
    bool *found = data;
    *found |= stmt->kind == STMT_OPAQUE;
}

static bool find_opaque_expr(struct expr *e, void *data)
{
    bool *found = data;
    *found |= e->kind == EXPR_OPAQUE;
    if (e->kind == EXPR_BLOCK)
        visit_stmts(e->stmt, find_opaque_stmt, data);
    return !*found;
}

/* Is all that the function does in sight, or known? */
static bool is_known(const struct function *function)
{
    bool is_opaque = false;
    if (!function->body)
        return library_entry(function) != NULL;
    visit_stmts(function->body, find_opaque_stmt, &is_opaque);
    visit_stmt_exprs(function->body, find_opaque_expr, &is_opaque);
    return !is_opaque && !(function->unit && function->unit->has_weak);
}

bool program_is_whole(const struct unit *unit)
{
    bool has_main = false;
    for (size_t k = 0; k < unit->functions.count; k++) {
        const struct function *function = unit->functions.items[k];
        if (!is_known(function))
            return false;
        has_main |= function->body && !function->is_static && !strcmp(function->name, "main");
    }
    return has_main && !unit->has_aliases && !unit->has_assembler;
}
