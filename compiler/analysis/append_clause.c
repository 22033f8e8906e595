/*
 * What is said of appends: why something that looks like one is none, behind the dependence that it
 * then carries; and clauses that claim one where there is none.
 */
#include "append.h"

#include "depend.h"
#include "reasons.h"

#include <string.h>

void explain_append(struct loop *loop, const struct object *object, size_t first)
{
    for (size_t k = 0; k < loop->appends->problems.count; k++) {
        const struct append_problem *problem = &loop->appends->problems.items[k];
        if (problem->array != object && problem->counter != object)
            continue;
        add_note(loop, &loop->reasons.items[first], &problem->place, problem->end,
                 "iterations could append to '%s', but %s", problem->array->name, problem->message);
        return;
    }
}

static bool is_named(const struct clause_item *item, const struct object *object, const char *text)
{
    const struct expr *e = item->base.expr;
    while (e && e->kind == EXPR_CAST)
        e = e->args[0];
    if (e && e->kind == EXPR_VAR)
        return object->kind == OBJECT_VARIABLE && !object->is_part ? object->var == e->var
                                                                   : object->pointer_var == e->var;
    return item->base.text && text && !strcmp(item->base.text, text);
}

static bool appends_as(const struct loop *loop, const struct clause *clause)
{
    const struct appends *appends = loop->appends;
    for (size_t k = 0; k < appends->arrays.count; k++) {
        const struct append_array *array = &appends->arrays.items[k];
        const struct append_counter *counter = &appends->counters.items[array->counter];
        if (is_named(&clause->items.items[0], array->object, array->object->text) &&
            is_named(&clause->items.items[1], counter->object, counter->text))
            return true;
    }
    return false;
}

static void check_clause(struct loop *loop, const struct clause *clause)
{
    const struct clause_item *array = &clause->items.items[0], *counter = &clause->items.items[1];
    if (!array->base.expr || !counter->base.expr || appends_as(loop, clause))
        return;
    struct reason *reason = add_reason(loop, DIAG_APPEND_FORM, &array->base.place, array->base.end,
                                       "the loop does not append to '%s' with '%s' for a counter",
                                       array->base.text, counter->base.text);
    const struct appends *appends = loop->appends;
    for (size_t k = 0; k < appends->problems.count; k++) {
        const struct append_problem *problem = &appends->problems.items[k];
        if (is_named(array, problem->array, problem->array->text))
            add_note(loop, reason, &problem->place, problem->end, "%s", problem->message);
    }
}

void check_append_clauses(struct loop *loop)
{
    for (size_t k = 0; k < loop->pragma->clauses.count; k++)
        if (loop->pragma->clauses.items[k].kind == CLAUSE_APPEND &&
            loop->pragma->clauses.items[k].items.count == 2)
            check_clause(loop, &loop->pragma->clauses.items[k]);
}
