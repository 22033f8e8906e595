/*
 * status(a): the runtime fills the array behind the loop's back. So it has to be one of int, named
 * by a variable, and nothing of the loop's: what an iteration reads or writes there would depend on
 * which of the others have failed by then.
 */
#include "status_clause.h"

#include "depend.h"
#include "reasons.h"

#include <string.h>

static bool is_array_of_int(const struct expr *e)
{
    bool holds_many = e->type->kind == TYPE_ARRAY || e->type->kind == TYPE_POINTER;
    const struct type *element = holds_many ? e->type->target : NULL;
    return e->kind == EXPR_VAR && element && element->kind == TYPE_INTEGER && !element->is_const &&
           !element->is_volatile && strcmp(element->spelling, "int") == 0;
}

bool status_clause_check(const struct clause *clause, struct diags *diags)
{
    const struct clause_expr *array = &clause->items.items[0].base;
    if (!array->expr)
        return false;
    bool is_right = clause->items.count == 1 && is_array_of_int(array->expr);
    if (!is_right)
        diag_add(diags, SEVERITY_ERROR, DIAG_CLAUSE_ARGUMENT, &array->place, array->end,
                 "'status' needs one variable that is an array of int");
    return is_right;
}

void status_clause_compare(struct loop *loop, const struct dependences *dependences,
                           const struct clause *clause)
{
    const struct clause_expr *array = &clause->items.items[0].base;
    const struct expr *e = array->expr;
    const struct var *var = e && e->kind == EXPR_VAR ? e->var : NULL;
    for (size_t k = 0; e && k < dependences->uses.count; k++) {
        const struct object *object = dependences->uses.items[k].object;
        if (object->var != var && object->pointer_var != var)
            continue;
        add_reason(loop, DIAG_CLAUSE_CONFLICT, &array->place, array->end,
                   "'%s' is used in the loop, so it cannot say how iterations ended", array->text);
        return;
    }
}
