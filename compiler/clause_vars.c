/*
 * The variables that clauses name, among those expressions that are evaluated, or that say what
 * code out of sight reads.
 */
#include "clause_vars.h"

#include "analysis/assigned.h"

static bool note_variable(struct expr *e, void *data)
{
    struct unit *unit = data;
    if (e->kind == EXPR_VAR)
        LIST_PUSH(unit->arena, unit->in_clauses, e->var);
    return true;
}

/* Of what is only written by code out of sight, where it lies is read. */
static void note_section(struct unit *unit, const struct clause *clause,
                         const struct clause_item *item)
{
    const struct expr *base = item->base.expr;
    bool is_written = clause->kind == CLAUSE_OUT && base && base->kind == EXPR_VAR &&
                      base->type->kind != TYPE_POINTER;
    if (!is_written)
        visit_expr(item->base.expr, note_variable, unit);
    visit_expr(item->first.expr, note_variable, unit);
    visit_expr(item->count.expr, note_variable, unit);
}

static void note_clause(struct unit *unit, const struct clause *clause)
{
    bool has_sections =
        clause->kind == CLAUSE_IN || clause->kind == CLAUSE_OUT || clause->kind == CLAUSE_INOUT;
    visit_expr(clause->value.expr, note_variable, unit);
    for (size_t k = 0; has_sections && k < clause->items.count; k++)
        note_section(unit, clause, &clause->items.items[k]);
    for (size_t k = 0; clause->kind == CLAUSE_STATUS && k < clause->items.count; k++)
        visit_expr(clause->items.items[k].base.expr, note_variable, unit);
}

void note_clauses(struct unit *unit, const struct pragmas *pragmas)
{
    for (size_t p = 0; p < pragmas->list.count; p++)
        for (size_t k = 0; k < pragmas->list.items[p]->clauses.count; k++)
            note_clause(unit, &pragmas->list.items[p]->clauses.items[k]);
}
