/*
 * The expression of an 'after' clause was parsed with variables of its own, which are declared at
 * the pragma and have the names of the counters (frontend/probe_counters.c). Here they become the
 * counters. Other clauses of the pragma are evaluated before the loop, where there is no counter.
 */
#include "bind.h"

#include "assigned.h"

#include <string.h>

struct binding_search {
    const struct loop *loop;
    struct expr *left; /* names a variable of the pragma's that is none here */
};

static bool is_declared_at(const struct pragma *pragma, const struct var *var)
{
    return pragma->counters && var->place.main && var->place.offset >= pragma->start &&
           var->place.offset < pragma->end;
}

struct var *counter_called(const struct loop *loop, const char *name)
{
    for (size_t k = 0; k < loop->levels.count; k++)
        if (!strcmp(loop->levels.items[k].shape.counter->name, name))
            return loop->levels.items[k].shape.counter;
    return NULL;
}

static bool bind(struct expr *e, void *data)
{
    struct binding_search *search = data;
    if (e->kind != EXPR_VAR || !is_declared_at(search->loop->pragma, e->var))
        return true;
    struct var *counter = counter_called(search->loop, e->var->name);
    if (!counter) {
        search->left = e;
        return true;
    }
    counter->address_taken |= e->var->address_taken;
    e->var = counter;
    return true;
}

static bool find_left(struct expr *e, void *data)
{
    struct binding_search *search = data;
    if (e->kind == EXPR_VAR && is_declared_at(search->loop->pragma, e->var))
        search->left = e;
    return true;
}

static bool check_left(const struct clause *clause, const struct clause_expr *value,
                       const struct binding_search *search, struct diags *diags)
{
    if (search->left)
        diag_add(diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &value->place, value->end,
                 "'%s' is evaluated before the loop, where its counter '%s' has no value",
                 clause_name(clause->kind), search->left->var->name);
    return !search->left;
}

/* Sections may name counters, too (sections.c). */
static bool check_clause(const struct loop *loop, const struct clause *clause, struct diags *diags)
{
    struct binding_search search = {.loop = loop};
    if (clause->kind == CLAUSE_IN || clause->kind == CLAUSE_OUT || clause->kind == CLAUSE_INOUT)
        return true;
    visit_expr(clause->value.expr, find_left, &search);
    for (size_t k = 0; k < clause->items.count; k++) {
        visit_expr(clause->items.items[k].base.expr, find_left, &search);
        visit_expr(clause->items.items[k].first.expr, find_left, &search);
        visit_expr(clause->items.items[k].count.expr, find_left, &search);
    }
    const struct clause_expr *at =
        clause->value.expr || !clause->items.count ? &clause->value : &clause->items.items[0].base;
    return check_left(clause, at, &search, diags);
}

/* A counter that the expression assigns to. */
static bool find_change(struct expr *e, void *data)
{
    struct binding_search *search = data;
    bool changes = e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP;
    const struct expr *place = changes ? e->args[0] : NULL;
    if (place && place->kind == EXPR_VAR &&
        counter_called(search->loop, place->var->name) == place->var)
        search->left = e;
    return true;
}

static bool check_change(const struct loop *loop, struct diags *diags)
{
    struct binding_search search = {.loop = loop};
    visit_expr(loop->after->value.expr, find_change, &search);
    if (search.left)
        diag_add(diags, SEVERITY_ERROR, DIAG_COUNTER_CHANGED, &search.left->place, search.left->end,
                 "'after' changes the counter '%s'; use another variable for that",
                 search.left->args[0]->var->name);
    return !search.left;
}

bool bind_clauses(struct loop *loop, struct diags *diags)
{
    struct binding_search search = {.loop = loop};
    bool fine = true;
    loop->after = find_clause(loop->pragma, CLAUSE_AFTER);
    if (!loop->after || !loop->after->value.expr)
        return true;
    visit_expr(loop->after->value.expr, bind, &search);
    fine =
        check_left(loop->after, &loop->after->value, &search, diags) && check_change(loop, diags);
    for (size_t k = 0; k < loop->pragma->clauses.count; k++)
        if (&loop->pragma->clauses.items[k] != loop->after)
            fine &= check_clause(loop, &loop->pragma->clauses.items[k], diags);
    loop->stmt->after = NULL;
    loop->levels.items[loop->levels.count - 1].stmt->after = loop->after->value.expr;
    return fine;
}
