/*
 * Conditions, and the chain of contexts that they open. A condition is evaluated once; what is then
 * known in its two branches is added to the context as far as it compares known values, and as an
 * unknown condition where it does not. A context never claims more than is true: leaving a known
 * condition out would make an access seem to happen more often than it does, so where a part of a
 * conjunction is not known the chain holds both the known part and an unknown link.
 */
#include "walk.h"

enum condition_kind { UNKNOWN, CONSTANT, COMPARE, BOTH, EITHER, NOT };

struct condition {
    enum condition_kind kind;
    bool value; /* CONSTANT */
    enum op op; /* COMPARE */
    const struct poly *left, *right;
    struct condition *a, *b;
};

static struct context *link_context(struct walker *walker, struct context *outer,
                                    enum context_kind kind)
{
    struct context *context = ARENA_NEW(walker->arena, struct context);
    context->outer = outer;
    context->kind = kind;
    context->depth = outer ? outer->depth + 1 : 1;
    return context;
}

struct context *context_unknown(struct walker *walker, struct context *outer)
{
    return link_context(walker, outer, CONTEXT_UNKNOWN);
}

struct context *context_loop(struct walker *walker, struct inner_loop *loop)
{
    struct context *context = link_context(walker, loop->context, CONTEXT_LOOP);
    context->loop = loop;
    return context;
}

struct context *context_where(struct walker *walker, struct context *outer, enum op op,
                              const struct poly *left, const struct poly *right)
{
    struct context *context = link_context(walker, outer, CONTEXT_CONDITION);
    context->left = left;
    context->right = right;
    context->op = op;
    return context;
}

/* What nothing comes to. */
static struct context *context_never(struct walker *walker, struct context *outer)
{
    const struct poly *zero = poly_constant(walker->arena, 0);
    return context_where(walker, outer, OP_NE, zero, zero);
}

static enum op negated(enum op op)
{
    static const enum op opposite[] = {
        [OP_LT] = OP_GE, [OP_LE] = OP_GT, [OP_GT] = OP_LE,
        [OP_GE] = OP_LT, [OP_EQ] = OP_NE, [OP_NE] = OP_EQ,
    };
    return opposite[op];
}

bool condition_is_never(const struct condition *condition, bool truth)
{
    if (condition->kind == NOT)
        return condition_is_never(condition->a, !truth);
    if (condition->kind == BOTH || condition->kind == EITHER) {
        bool a = condition_is_never(condition->a, truth);
        bool b = condition_is_never(condition->b, truth);
        return (condition->kind == BOTH) == truth ? a || b : a && b;
    }
    return condition->kind == CONSTANT && condition->value != truth;
}

struct context *context_assume(struct walker *walker, struct context *outer,
                               const struct condition *condition, bool truth)
{
    if (condition_is_never(condition, !truth))
        return outer;
    if (condition_is_never(condition, truth))
        return context_never(walker, outer);
    switch (condition->kind) {
    case NOT:
        return context_assume(walker, outer, condition->a, !truth);
    case COMPARE:
        return context_where(walker, outer, truth ? condition->op : negated(condition->op),
                             condition->left, condition->right);
    case BOTH:
    case EITHER:
        if ((condition->kind == BOTH) == truth) {
            outer = context_assume(walker, outer, condition->a, truth);
            return context_assume(walker, outer, condition->b, truth);
        }
        break;
    case CONSTANT:
    case UNKNOWN:
        break;
    }
    return context_unknown(walker, outer);
}

static struct condition *new_condition(struct walker *walker, enum condition_kind kind)
{
    struct condition *condition = ARENA_NEW(walker->arena, struct condition);
    condition->kind = kind;
    return condition;
}

/* The right operand is evaluated only when the left one did not decide. */
static struct condition *walk_logical(struct walker *walker, struct expr *e)
{
    bool is_and = e->op == OP_LOGICAL_AND;
    struct condition *condition = new_condition(walker, is_and ? BOTH : EITHER);
    condition->a = walk_condition(walker, e->args[0]);
    struct context *outer = walker->env.context;
    struct branch skipped = {.env = env_copy(walker, &walker->env)};
    skipped.start = skipped.env.context = context_assume(walker, outer, condition->a, !is_and);
    struct branch taken = {.start = context_assume(walker, outer, condition->a, is_and)};
    walker->env.context = taken.start;
    condition->b = walk_condition(walker, e->args[1]);
    taken.env = walker->env;
    walker->env = env_join_branches(walker, outer, &taken, &skipped);
    return condition;
}

static struct condition *compare(struct walker *walker, enum op op, const struct value *left,
                                 const struct value *right)
{
    if (left->kind != VALUE_INTEGER || right->kind != VALUE_INTEGER || !left->integer ||
        !right->integer)
        return new_condition(walker, UNKNOWN);
    struct condition *condition = new_condition(walker, COMPARE);
    condition->op = op;
    condition->left = left->integer;
    condition->right = right->integer;
    return condition;
}

/* A comparison of values of which one is the other and a constant is decided. */
static struct condition *fold(struct condition *condition)
{
    int64_t difference;
    if (condition->kind == COMPARE &&
        poly_constant_difference(condition->left, condition->right, &difference)) {
        condition->kind = CONSTANT;
        condition->value = compare_constants(condition->op, difference, 0);
    }
    return condition;
}

/* THEN where CONDITION holds, else OTHER; NULL where that cannot be told. */
static const struct poly *choose(struct walker *walker, const struct condition *condition,
                                 const struct poly *then, const struct poly *other,
                                 struct type *type)
{
    switch (condition->kind) {
    case CONSTANT:
        return condition->value ? then : other;
    case COMPARE:
        return trace_select(walker->trace, condition->op, condition->left, condition->right, then,
                            other, type);
    case NOT:
        return choose(walker, condition->a, other, then, type);
    case BOTH:
        then = choose(walker, condition->b, then, other, type);
        return choose(walker, condition->a, then, other, type);
    case EITHER:
        other = choose(walker, condition->b, then, other, type);
        return choose(walker, condition->a, then, other, type);
    case UNKNOWN:
        break;
    }
    return NULL;
}

struct value condition_value(struct walker *walker, const struct condition *condition,
                             struct type *type)
{
    const struct poly *one = poly_constant(walker->arena, 1);
    const struct poly *zero = poly_constant(walker->arena, 0);
    const struct poly *value = choose(walker, condition, one, zero, type);
    if (!value)
        return value_unknown(walker, type);
    return (struct value){.kind = VALUE_INTEGER, .integer = value};
}

const struct poly *context_select(struct walker *walker, const struct context *outer,
                                  const struct context *start, const struct poly *then,
                                  const struct poly *other, struct type *type)
{
    for (const struct context *link = start; link != outer; link = link->outer) {
        if (!link || link->kind != CONTEXT_CONDITION)
            return NULL;
        then = trace_select(walker->trace, link->op, link->left, link->right, then, other, type);
    }
    return then;
}

struct condition *walk_condition(struct walker *walker, struct expr *e)
{
    if (e->kind == EXPR_BINARY && (e->op == OP_LOGICAL_AND || e->op == OP_LOGICAL_OR))
        return walk_logical(walker, e);
    if (e->kind == EXPR_UNARY && e->op == OP_NOT) {
        struct condition *condition = new_condition(walker, NOT);
        condition->a = walk_condition(walker, e->args[0]);
        return condition;
    }
    if (e->kind == EXPR_CAST && e->type->is_bool)
        return walk_condition(walker, e->args[0]);
    if (e->kind == EXPR_BINARY && e->op >= OP_LT && e->op <= OP_NE) {
        struct value left = walk_value(walker, e->args[0]);
        struct value right = walk_value(walker, e->args[1]);
        return fold(compare(walker, e->op, &left, &right));
    }
    struct value value = walk_value(walker, e);
    struct value zero = {.kind = VALUE_INTEGER, .integer = poly_constant(walker->arena, 0)};
    return fold(compare(walker, OP_NE, &value, &zero));
}
