/*
 * Calls that fold by a function of the user's. The function is not walked: that it only changes the
 * accumulator has been looked at as a whole (fold_call.c), so the call is an update of that, a read
 * of the part, and a read of what else the function reads.
 */
#include "fold_call.h"
#include "summary.h"
#include "walk.h"

/* Whether some clause names the function for the target. */
static bool is_asked(const struct walker *walker, const struct fold_call *call)
{
    const struct pragma *pragma = walker->annotated->pragma;
    for (size_t k = 0; k < pragma->clauses.count; k++) {
        const struct clause *clause = &pragma->clauses.items[k];
        for (size_t n = 0; clause_function(clause) == call->function && n < clause->items.count;
             n++)
            if (fold_call_is_into(call, clause->items.items[n].base.expr))
                return true;
    }
    return false;
}

/* Whether the pointer to a part is one that can be followed: it could be null, and the function
 * look for that. */
static bool can_be_followed(const struct fold_call *call, const struct value *pointer)
{
    const struct expr *e = call->part;
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    if (e->kind == EXPR_ADDRESS || (e->kind == EXPR_BINARY && e->op == OP_ADD))
        return true;
    const struct object *object = pointer->kind == VALUE_POINTER ? pointer->pointer.object : NULL;
    return object && object->var && !pointer->pointer.may_be_null &&
           (object->kind == OBJECT_VARIABLE || object->kind == OBJECT_OWN);
}

static void read_part(struct walker *walker, const struct fold_call *call, const struct expr *at)
{
    struct value value = walk_value(walker, call->part);
    if (!call->part_by_address)
        return;
    if (!can_be_followed(call, &value))
        walk_reason(walker, DIAG_REDUCTION_FORM, at,
                    "the part that '%s' folds is behind a pointer that may be null; give it the "
                    "address of something",
                    call->function->name);
    struct pointer pointer =
        value.kind == VALUE_POINTER ? value.pointer : (struct pointer){.object = walker->unknown};
    touch(walker, &pointer, size_poly(walker, call->part_type), false, true, false, at);
}

static void touch_all(struct walker *walker, struct object *object, bool is_write,
                      const struct expr *at)
{
    const struct pointer pointer = {.object = object};
    touch(walker, &pointer, NULL, is_write, false, false, at);
}

static void read_others(struct walker *walker, const struct function *function,
                        const struct expr *at)
{
    const struct summary *summary = function->summary;
    walker->trace->used_effects |= function->is_declared;
    for (size_t k = 0; summary && k < summary->reads.count; k++)
        touch_all(walker, object_of_var(walker, summary->reads.items[k]), false, at);
    for (size_t k = 0; summary && k < summary->states_written.count; k++)
        touch_all(walker, object_state(walker, OBJECT_STATE, summary->states_written.items[k]),
                  true, at);
}

static struct reduction_update *update_of(struct walker *walker, const struct fold_call *call,
                                          const struct expr *at)
{
    struct reduction_update *made = ARENA_NEW(walker->arena, struct reduction_update);
    struct fold_call *kept = ARENA_NEW(walker->arena, struct fold_call);
    *kept = *call;
    *made = (struct reduction_update){.op = REDUCTION_FUNCTION,
                                      .call = kept,
                                      .is_exact = true,
                                      .type = call->target->type,
                                      .place = at->place,
                                      .end = at->end};
    return made;
}

static void change_target(struct walker *walker, const struct fold_call *call,
                          const struct location *location, const struct expr *at)
{
    struct context *outer = walker->env.context;
    struct value value = value_unknown(walker, call->target->type);
    walker->update = update_of(walker, call, at);
    load(walker, location, at);
    if (call->by_address) /* it may leave some bytes, or all, as they were */
        walker->env.context = context_unknown(walker, outer);
    store(walker, location, &value, at);
    walker->env.context = outer;
    walker->update = NULL;
}

bool walk_fold_call(struct walker *walker, struct expr *e)
{
    struct fold_call call;
    if (!walker->annotated || walker->statement != e || walker->frame->caller ||
        !fold_call_match(walker->arena, e, &call) || !is_asked(walker, &call))
        return false;
    const struct operand first = operand_begin(walker);
    struct location location = walk_location(walker, call.target);
    if (location.pointer.object->kind == OBJECT_OWN || location.is_bit_field)
        return false;
    const char *obstacle = fold_call_obstacle(walker->trace->unit, &call);
    if (obstacle)
        walk_reason(walker, DIAG_REDUCTION_FORM, e, "'%s' cannot be called for the workers: %s",
                    call.function->name, obstacle);
    const struct operand second = operand_begin(walker);
    read_part(walker, &call, e);
    if (check_order(walker, e, &first, &second))
        walk_reason(walker, DIAG_REDUCTION_FORM, e,
                    "which place '%s' folds into depends on the order in which its arguments are "
                    "evaluated",
                    call.function->name);
    read_others(walker, call.function, e);
    change_target(walker, &call, &location, e);
    return true;
}
