/*
 * The forms of an update. What makes one exact: integers wrap round alike in every grouping; for
 * floating-point values the operation has to be done in the variable's own type, so that
 * identity op e is e itself (-0.0 + e, 1.0 * e), and a maximum has to take e exactly when it is
 * greater, so that it can only rise and NaN never enters.
 */
#include "update.h"

#include "shape.h"

#include <string.h>

bool expr_equal(const struct expr *a, const struct expr *b)
{
    if (a->kind != b->kind || a->op != b->op || a->arg_count != b->arg_count)
        return false;
    switch (a->kind) {
    case EXPR_FLOAT:
        return a->text && b->text && !strcmp(a->text, b->text);
    case EXPR_INT:
        return a->value == b->value;
    case EXPR_VAR:
        return a->var == b->var;
    case EXPR_MEMBER:
        if (a->field != b->field)
            return false;
        break;
    case EXPR_INDEX:
    case EXPR_DEREF:
    case EXPR_ADDRESS:
    case EXPR_UNARY:
    case EXPR_BINARY:
    case EXPR_COND:
        break;
    case EXPR_CAST:
        if (a->type != b->type && strcmp(a->type->spelling, b->type->spelling))
            return false;
        break;
    default:
        return false;
    }
    for (size_t k = 0; k < a->arg_count; k++)
        if (!expr_equal(a->args[k], b->args[k]))
            return false;
    return true;
}

static bool is_arithmetic(const struct type *type)
{
    return type->kind == TYPE_INTEGER || type->kind == TYPE_FLOATING;
}

/* Whether every value of FROM is a value of TO. */
static bool includes(const struct type *to, const struct type *from)
{
    if (to->kind != from->kind || to->size < from->size || to->is_bool)
        return false;
    return to->kind == TYPE_FLOATING || to->is_signed == from->is_signed ||
           (to->is_signed && to->size > from->size);
}

/* E without conversions that keep every value. */
static struct expr *strip_exact(struct expr *e)
{
    while (e->kind == EXPR_CAST && includes(e->type, e->args[0]->type))
        e = e->args[0];
    return e;
}

/* E without the conversions that make no difference to a value that ends up in TARGET: of integers
 * all that keep at least the target's bits, of floating-point values those to types that include
 * it. */
static struct expr *strip_for(struct expr *e, const struct expr *target)
{
    const struct type *type = target->type;
    while (e->kind == EXPR_CAST && e->type->kind == type->kind && e->type->size >= type->size &&
           (!e->type->is_bool || type->is_bool) && e->args[0]->type->kind == type->kind)
        e = e->args[0];
    return e;
}

static enum reduction reduction_of(enum op op)
{
    switch (op) {
    case OP_ADD:
        return REDUCTION_ADD;
    case OP_SUB:
        return REDUCTION_SUB;
    case OP_MUL:
        return REDUCTION_MUL;
    case OP_AND:
        return REDUCTION_AND;
    case OP_OR:
        return REDUCTION_OR;
    case OP_XOR:
        return REDUCTION_XOR;
    case OP_LOGICAL_AND:
        return REDUCTION_LOGICAL_AND;
    case OP_LOGICAL_OR:
        return REDUCTION_LOGICAL_OR;
    default:
        return REDUCTION_NONE;
    }
}

/* A _Bool keeps to 0 and 1 under these alone. */
static bool suits_bool(enum reduction op)
{
    return op == REDUCTION_AND || op == REDUCTION_OR || op == REDUCTION_LOGICAL_AND ||
           op == REDUCTION_LOGICAL_OR;
}

/* x op e in the type in which it is computed: good for a reduction, and exact? */
static bool set_operation(struct update *update, enum op op, struct expr *target,
                          struct expr *operand, const struct type *computed)
{
    update->op = reduction_of(op);
    update->target = target;
    update->operand = operand;
    const struct type *type = target->type;
    if (update->op == REDUCTION_NONE || !is_arithmetic(type) || type->kind != computed->kind ||
        (type->is_bool && !suits_bool(update->op)))
        return false;
    update->is_exact = type->kind == TYPE_INTEGER || type->size == computed->size;
    return true;
}

/*
 * x = x + e - f on integers, x in any place but under a minus: their order does not matter. Takes
 * the other operands out of SUM; says whether the target is among them exactly once.
 */
static bool take_operands(struct expr *sum, const struct expr *target, bool is_taken_away,
                          struct update *update, bool *found)
{
    struct expr *e = strip_for(sum, target);
    bool is_sum = e->kind == EXPR_BINARY && (e->op == OP_ADD || e->op == OP_SUB);
    if (expr_equal(e, target)) {
        bool fits = !*found && !is_taken_away;
        return (*found = true) && fits;
    }
    if (is_sum && e->type->kind == TYPE_INTEGER)
        return take_operands(e->args[0], target, is_taken_away, update, found) &&
               take_operands(e->args[1], target, is_taken_away ^ (e->op == OP_SUB), update, found);
    if (!update->operand)
        update->operand = sum;
    else if (update->more_count < UPDATE_MORE)
        update->more[update->more_count++] = sum;
    else
        return false;
    return true;
}

static bool match_sum(const struct expr *e, struct update *update)
{
    bool found = false;
    const struct type *type = e->args[0]->type;
    if (type->kind != TYPE_INTEGER || type->is_bool ||
        !take_operands(e->args[1], e->args[0], false, update, &found) || !found ||
        !update->more_count) {
        *update = (struct update){0};
        return false;
    }
    update->op = REDUCTION_ADD;
    update->target = e->args[0];
    return update->is_exact = true;
}

/* x = x op e, or x = e op x where the order does not matter. */
static bool match_binary(const struct expr *e, struct update *update)
{
    struct expr *target = e->args[0], *value = strip_for(e->args[1], target);
    if (value->kind != EXPR_BINARY)
        return false;
    enum op op = value->op;
    bool is_logical = op == OP_LOGICAL_AND || op == OP_LOGICAL_OR;
    const struct type *computed = is_logical ? target->type : value->type;
    update->is_lazy = is_logical;
    if (expr_equal(target, strip_for(value->args[0], target)))
        return set_operation(update, op, target, value->args[1], computed);
    /* e && x and e || x evaluate x only sometimes, and e always: the same result as x && e for an e
     * without effects, but the fold's order is another; leave them. */
    if (op != OP_SUB && !is_logical && expr_equal(target, strip_for(value->args[1], target)))
        return set_operation(update, op, target, value->args[0], computed);
    return false;
}

bool update_match_choice(struct expr *condition, struct expr *target, struct expr *operand,
                         struct update *update)
{
    if (condition->kind != EXPR_BINARY || condition->op < OP_LT || condition->op > OP_GE)
        return false;
    struct expr *left = strip_exact(condition->args[0]), *right = strip_exact(condition->args[1]);
    operand = strip_exact(operand);
    bool takes_greater = condition->op == OP_GT || condition->op == OP_GE;
    if (expr_equal(left, target) && expr_equal(right, operand))
        takes_greater = !takes_greater;
    else if (!expr_equal(left, operand) || !expr_equal(right, target))
        return false;
    const struct type *compared = condition->args[0]->type;
    if (!is_arithmetic(target->type) || target->type->is_bool ||
        !includes(target->type, operand->type) || !includes(compared, target->type))
        return false;
    update->op = takes_greater ? REDUCTION_MAX : REDUCTION_MIN;
    update->takes_equal = condition->op == OP_GE || condition->op == OP_LE;
    update->target = target;
    update->operand = operand;
    update->is_exact = true;
    return true;
}

/* m = e > m ? e : m, and m = m < e ? e : m; the mirrored forms take a NaN and are no maximum for
 * floating-point values. */
static bool match_cond(const struct expr *e, struct update *update)
{
    struct expr *target = e->args[0], *value = strip_for(e->args[1], target);
    if (value->kind != EXPR_COND)
        return false;
    struct expr *then = strip_for(value->args[1], target);
    struct expr *other = strip_for(value->args[2], target);
    if (expr_equal(other, target))
        return update_match_choice(value->args[0], target, value->args[1], update);
    if (!expr_equal(then, target) ||
        !update_match_choice(value->args[0], target, value->args[2], update))
        return false;
    update->op = update->op == REDUCTION_MAX ? REDUCTION_MIN : REDUCTION_MAX;
    update->takes_equal = !update->takes_equal;
    update->is_exact = target->type->kind == TYPE_INTEGER;
    return true;
}

static bool match_function(const struct expr *e, struct update *update)
{
    struct expr *call = strip_for(e->args[1], e->args[0]);
    if (call->kind != EXPR_CALL || call->args[0]->kind != EXPR_FUNCTION || call->arg_count != 3)
        return false;
    const char *name = call->args[0]->function->name;
    bool is_max = !strncmp(name, "fmax", 4), is_min = !strncmp(name, "fmin", 4);
    const char *suffix = name + 4;
    if ((!is_max && !is_min) || (*suffix && strcmp(suffix, "f") && strcmp(suffix, "l")))
        return false;
    bool first = expr_equal(e->args[0], strip_exact(call->args[1]));
    if (!first && !expr_equal(e->args[0], strip_exact(call->args[2])))
        return false;
    update->op = is_max ? REDUCTION_MAX : REDUCTION_MIN;
    update->target = e->args[0];
    update->operand = call->args[first ? 2 : 1];
    update->by_function = true;
    update->is_exact = call->type->size == e->args[0]->type->size && first;
    return e->args[0]->type->kind == TYPE_FLOATING;
}

bool update_match(const struct expr *e, struct update *update)
{
    *update = (struct update){0};
    if (e->kind == EXPR_STEP)
        return set_operation(update, e->op, e->args[0], NULL, e->type);
    if (e->kind != EXPR_ASSIGN)
        return false;
    if (e->op != OP_NONE)
        return set_operation(update, e->op, e->args[0], e->args[1], e->args[1]->type);
    return match_sum(e, update) || match_binary(e, update) || match_cond(e, update) ||
           match_function(e, update);
}

bool update_match_if(const struct stmt *stmt, struct update *update)
{
    *update = (struct update){0};
    const struct stmt *body = stmt->body;
    while (body->kind == STMT_BLOCK && body->stmts.count == 1)
        body = body->stmts.items[0];
    if (stmt->other || body->kind != STMT_EXPR || body->expr->kind != EXPR_ASSIGN ||
        body->expr->op != OP_NONE)
        return false;
    return update_match_choice(stmt->expr, body->expr->args[0], body->expr->args[1], update);
}
