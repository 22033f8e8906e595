/*
 * Values of clauses are written into the generated code, where nothing looks at their types any
 * more. A number of workers or a chunk is an integer, a condition is what C takes as one. None of
 * them changes anything: the program without the pragma would have another memory. And none speaks
 * of a variable that names in generated code would hide. The expression of 'after' is no value: it
 * may change what it likes, as far as the analysis agrees, but it holds no statements, for its text
 * comes twice.
 */
#include "arguments.h"

#include "assigned.h"
#include "status_clause.h"

#include <string.h>

struct search {
    const struct expr *found;
};

static bool find_change(struct expr *e, void *data)
{
    struct search *search = data;
    bool changes = e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP || e->kind == EXPR_BLOCK ||
                   e->kind == EXPR_OPAQUE;
    if (changes && !search->found)
        search->found = e;
    return true;
}

static bool find_statement_in(struct expr *e, void *data)
{
    struct search *search = data;
    if ((e->kind == EXPR_BLOCK || e->kind == EXPR_OPAQUE) && !search->found)
        search->found = e;
    return true;
}

static bool find_reserved(struct expr *e, void *data)
{
    struct search *search = data;
    if (e->kind == EXPR_VAR && !strncmp(e->var->name, "ppar", 4))
        search->found = e;
    return true;
}

static bool is_integer(const struct type *type)
{
    return type->kind == TYPE_INTEGER && type->size <= 8;
}

static bool is_number(const struct type *type)
{
    return is_integer(type) || type->kind == TYPE_FLOATING;
}

static bool is_condition(const struct type *type)
{
    return type->kind == TYPE_INTEGER || type->kind == TYPE_FLOATING ||
           type->kind == TYPE_COMPLEX || type->kind == TYPE_POINTER;
}

/* What the value of the clause should have been; NULL: it is. */
static const char *wrong_kind(const struct clause *clause)
{
    const struct type *type = clause->value.expr->type;
    switch (clause->kind) {
    case CLAUSE_WORKERS:
    case CLAUSE_SCHEDULE:
    case CLAUSE_RETRIES:
    case CLAUSE_SEED:
        return is_integer(type) ? NULL : "an integer";
    case CLAUSE_TIMEOUT:
        return is_number(type) ? NULL : "a number of seconds";
    case CLAUSE_IF:
        return is_condition(type) ? NULL : "a condition";
    default:
        return NULL;
    }
}

static bool check_value(const struct clause *clause, struct diags *diags)
{
    const struct clause_expr *value = &clause->value;
    struct search change = {0}, reserved = {0};
    bool is_after = clause->kind == CLAUSE_AFTER;
    visit_expr(value->expr, is_after ? find_statement_in : find_change, &change);
    visit_expr(value->expr, find_reserved, &reserved);
    const char *wanted = wrong_kind(clause);
    if (wanted)
        diag_add(diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &value->place, value->end,
                 "'%s' needs %s, and '%s' is none", clause_name(clause->kind), wanted, value->text);
    else if (change.found && is_after)
        diag_add(diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &value->place, value->end,
                 "'after' needs an expression without statements; put them into a function");
    else if (change.found)
        diag_add(diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &value->place, value->end,
                 "'%s' needs a value that is computed without changing anything",
                 clause_name(clause->kind));
    else if (reserved.found)
        diag_add(diags, SEVERITY_ERROR, DIAG_RESERVED_NAME, &value->place, value->end,
                 "the name '%s' begins with 'ppar', as names in generated code do; rename it",
                 reserved.found->var->name);
    return !wanted && !change.found && !reserved.found;
}

bool arguments_check(const struct loop *loop, struct diags *diags)
{
    bool fine = true;
    for (size_t k = 0; k < loop->pragma->clauses.count; k++) {
        const struct clause *clause = &loop->pragma->clauses.items[k];
        if (clause->value.expr)
            fine &= check_value(clause, diags);
        if (clause->kind == CLAUSE_STATUS)
            fine &= status_clause_check(clause, diags);
    }
    return fine;
}
