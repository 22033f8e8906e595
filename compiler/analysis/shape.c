/*
 * Recognising the canonical loop: three parts of the header, one function each. The first gives the
 * counter, the second the relation and the bound, the third the step; then relation and direction
 * have to fit together. Conversions that C puts around a narrow counter are looked through, those
 * that could change its value are not.
 */
#include "shape.h"

#include "assigned.h"

static bool fits(int64_t value, const struct type *type)
{
    if (type->is_bool)
        return value == 0 || value == 1;
    if (type->size >= 8)
        return type->is_signed || value >= 0;
    if (type->size <= 0)
        return false;
    unsigned bits = (unsigned)type->size * 8;
    if (type->is_signed)
        return value >= -(INT64_C(1) << (bits - 1)) && value < INT64_C(1) << (bits - 1);
    return value >= 0 && value < INT64_C(1) << bits;
}

static bool constant_binary(const struct expr *e, int64_t *value)
{
    int64_t left, right;
    if (!constant_value(e->args[0], &left) || !constant_value(e->args[1], &right))
        return false;
    switch (e->op) {
    case OP_ADD:
        return !__builtin_add_overflow(left, right, value) && fits(*value, e->type);
    case OP_SUB:
        return !__builtin_sub_overflow(left, right, value) && fits(*value, e->type);
    case OP_MUL:
        return !__builtin_mul_overflow(left, right, value) && fits(*value, e->type);
    default:
        return false;
    }
}

bool constant_value(const struct expr *e, int64_t *value)
{
    if (e->type->kind != TYPE_INTEGER)
        return false;
    switch (e->kind) {
    case EXPR_INT:
        *value = e->value;
        return fits(*value, e->type);
    case EXPR_CAST:
        return constant_value(e->args[0], value) && fits(*value, e->type);
    case EXPR_UNARY:
        if (!constant_value(e->args[0], value))
            return false;
        if (e->op == OP_NEGATE)
            return !__builtin_sub_overflow((int64_t)0, *value, value) && fits(*value, e->type);
        return e->op == OP_PLUS;
    case EXPR_BINARY:
        return constant_binary(e, value);
    default:
        return false;
    }
}

static bool is_widening(const struct type *from, const struct type *to)
{
    return from->kind == TYPE_INTEGER && to->kind == TYPE_INTEGER && !to->is_bool &&
           to->size >= from->size;
}

const struct expr *strip_widening(const struct expr *e)
{
    while (e->kind == EXPR_CAST && is_widening(e->args[0]->type, e->type))
        e = e->args[0];
    return e;
}

/* The same, looking also through the conversion back to the counter's own type. */
static const struct expr *strip_to(const struct expr *e, const struct type *type)
{
    while (e->kind == EXPR_CAST && e->type->kind == TYPE_INTEGER &&
           (e->type->size >= type->size && !e->type->is_bool))
        e = e->args[0];
    return e;
}

static bool is_var(const struct expr *e, const struct var *var)
{
    return e->kind == EXPR_VAR && e->var == var;
}

static bool fail(struct shape_problem *problem, const struct expr *at, const struct stmt *stmt,
                 const char *message)
{
    problem->place = at ? at->place : stmt->place;
    problem->end = at ? at->end : 0;
    problem->message = message;
    return false;
}

static bool find_start(const struct stmt *stmt, struct loop_shape *shape,
                       struct shape_problem *problem)
{
    const struct stmt *init = stmt->init;
    if (!init)
        return fail(problem, NULL, stmt, "the header does not set the counter");
    if (init->kind == STMT_DECLARE) {
        if (init->vars.count != 1 || !init->vars.items[0]->init)
            return fail(problem, NULL, stmt, "the header declares more than the counter");
        shape->counter = init->vars.items[0];
        shape->declares_counter = true;
        shape->start = shape->counter->init;
    } else {
        struct expr *set = init->kind == STMT_EXPR ? init->expr : NULL;
        if (!set || set->kind != EXPR_ASSIGN || set->op != OP_NONE ||
            set->args[0]->kind != EXPR_VAR)
            return fail(problem, set, stmt, "the header does not just set one counter variable");
        shape->counter = set->args[0]->var;
        shape->start = set->args[1];
    }
    const struct type *type = shape->counter->type;
    if (type->kind != TYPE_INTEGER || type->is_bool || type->size > 8)
        return fail(problem, shape->start, stmt,
                    "the counter is not an integer of at most 64 bits");
    if (type->is_volatile || type->is_atomic)
        return fail(problem, shape->start, stmt, "the counter is volatile or atomic");
    return true;
}

static enum op mirrored(enum op relation)
{
    switch (relation) {
    case OP_LT:
        return OP_GT;
    case OP_LE:
        return OP_GE;
    case OP_GT:
        return OP_LT;
    case OP_GE:
        return OP_LE;
    default:
        return relation;
    }
}

static bool find_bound(const struct stmt *stmt, struct loop_shape *shape,
                       struct shape_problem *problem)
{
    const struct expr *test = stmt->expr;
    if (!test)
        return fail(problem, NULL, stmt, "the header has no condition");
    while (test->kind == EXPR_CAST)
        test = test->args[0];
    if (test->kind != EXPR_BINARY || test->op < OP_LT || test->op > OP_NE || test->op == OP_EQ)
        return fail(problem, test, stmt,
                    "the condition does not compare the counter with a bound (< <= > >= !=)");
    bool on_left = is_var(strip_widening(test->args[0]), shape->counter);
    if (!on_left && !is_var(strip_widening(test->args[1]), shape->counter))
        return fail(problem, test, stmt, "the condition does not compare the counter itself");
    shape->relation = on_left ? test->op : mirrored(test->op);
    shape->bound = test->args[on_left ? 1 : 0];
    shape->compare_type = test->args[0]->type;
    if (shape->compare_type->kind != TYPE_INTEGER || shape->compare_type->size > 8 ||
        shape->bound->type->kind != TYPE_INTEGER)
        return fail(problem, test, stmt, "the bound is not an integer of at most 64 bits");
    return true;
}

/* In x += c it is the wider one of the types, or the unsigned one. */
static struct type *type_of_sum(struct type *counter, struct type *step)
{
    bool is_steps = step->size > counter->size || (step->size == counter->size && !step->is_signed);
    return is_steps ? step : counter;
}

/* x = x + c, x = c + x, x = x - c */
static struct expr *step_of_assignment(const struct expr *e, struct loop_shape *shape, bool *down)
{
    const struct expr *sum = strip_to(e->args[1], shape->counter->type);
    if (sum->kind != EXPR_BINARY || (sum->op != OP_ADD && sum->op != OP_SUB))
        return NULL;
    *down = sum->op == OP_SUB;
    shape->sum_type = sum->type;
    if (is_var(strip_widening(sum->args[0]), shape->counter))
        return sum->args[1];
    if (sum->op == OP_ADD && is_var(strip_widening(sum->args[1]), shape->counter))
        return sum->args[0];
    return NULL;
}

static bool find_step(const struct stmt *stmt, struct loop_shape *shape,
                      struct shape_problem *problem)
{
    const struct expr *step = stmt->step;
    if (!step)
        return fail(problem, NULL, stmt, "the header does not move the counter");
    while (step->kind == EXPR_CAST && step->type->kind == TYPE_VOID)
        step = step->args[0];
    bool moves = (step->kind == EXPR_STEP || step->kind == EXPR_ASSIGN) &&
                 is_var(step->args[0], shape->counter);
    if (moves && step->kind == EXPR_STEP) {
        shape->counts_down = step->op == OP_SUB;
        shape->step_value = 1;
        shape->sum_type = shape->counter->type;
        return true;
    }
    if (moves && step->op == OP_NONE)
        shape->step = step_of_assignment(step, shape, &shape->counts_down);
    else if (moves && (step->op == OP_ADD || step->op == OP_SUB)) {
        shape->step = step->args[1];
        shape->counts_down = step->op == OP_SUB;
    }
    if (!shape->step || shape->step->type->kind != TYPE_INTEGER)
        return fail(problem, step, stmt,
                    "the last part of the header does not move the counter by a fixed amount");
    if (!shape->sum_type)
        shape->sum_type = type_of_sum(shape->counter->type, shape->step->type);
    return true;
}

/* A constant step gets its sign into the direction. */
static bool normalise_step(const struct stmt *stmt, struct loop_shape *shape,
                           struct shape_problem *problem)
{
    int64_t value;
    if (!shape->step || !constant_value(shape->step, &value))
        return true;
    if (value == 0 || value == INT64_MIN)
        return fail(problem, shape->step, stmt, "the counter never reaches the bound");
    if (value < 0)
        shape->counts_down = !shape->counts_down;
    shape->step_value = value < 0 ? -value : value;
    shape->step = NULL;
    return true;
}

struct mention_search {
    const struct var *var;
    bool found;
};

static bool find_mention(struct expr *e, void *data)
{
    struct mention_search *search = data;
    search->found |= e->kind == EXPR_VAR && e->var == search->var;
    return true;
}

static bool mentions(struct expr *e, const struct var *var)
{
    struct mention_search search = {.var = var};
    visit_expr(e, find_mention, &search);
    return search.found;
}

/* Everything but the start, when the counter is known. */
static bool find_course(const struct stmt *stmt, struct loop_shape *shape,
                        struct shape_problem *problem)
{
    if (!find_bound(stmt, shape, problem) || !find_step(stmt, shape, problem) ||
        !normalise_step(stmt, shape, problem))
        return false;
    if (shape->declares_counter && mentions(shape->start, shape->counter))
        return fail(problem, shape->start, stmt, "the counter starts from its own value");
    if (mentions(shape->bound, shape->counter))
        return fail(problem, shape->bound, stmt, "the bound moves with the counter");
    if (shape->step && mentions(shape->step, shape->counter))
        return fail(problem, shape->step, stmt, "the step moves with the counter");
    bool upwards = shape->relation == OP_LT || shape->relation == OP_LE;
    bool leads_away = shape->relation != OP_NE && upwards == shape->counts_down;
    if (leads_away && shape->step) { /* i > 0; i += d with a negative d */
        shape->counts_down = !shape->counts_down;
        shape->step_is_negated = true;
    } else if (leads_away)
        return fail(problem, stmt->step, stmt, "the counter moves away from the bound");
    return true;
}

bool shape_find(const struct stmt *stmt, struct loop_shape *shape, struct shape_problem *problem)
{
    *shape = (struct loop_shape){0};
    return find_start(stmt, shape, problem) && find_course(stmt, shape, problem);
}

static const struct expr *strip_void(const struct expr *e)
{
    while (e && e->kind == EXPR_CAST && e->type->kind == TYPE_VOID)
        e = e->args[0];
    return e;
}

static struct var *moved_var(const struct expr *step)
{
    bool moves = step->kind == EXPR_STEP || step->kind == EXPR_ASSIGN;
    struct var *var = moves && step->args[0]->kind == EXPR_VAR ? step->args[0]->var : NULL;
    bool counts = var && var->type->kind == TYPE_INTEGER && !var->type->is_bool &&
                  var->type->size <= 8 && !var->type->is_volatile && !var->type->is_atomic;
    return counts ? var : NULL;
}

/* Whether STEP, one of those that the header takes, is the counter's. */
static bool try_step(const struct stmt *stmt, struct expr *step, struct loop_shape *shape)
{
    struct shape_problem problem;
    struct stmt alone = *stmt;
    *shape = (struct loop_shape){.counter = moved_var(step)};
    alone.step = step;
    return shape->counter && find_course(&alone, shape, &problem);
}

bool shape_find_inner(const struct stmt *stmt, struct loop_shape *shape)
{
    const struct expr *steps = strip_void(stmt->step);
    for (; steps && stmt->expr; steps = strip_void(steps->args[0])) {
        bool is_list = steps->kind == EXPR_COMMA;
        const struct expr *last = strip_void(is_list ? steps->args[1] : steps);
        if (try_step(stmt, (struct expr *)last, shape))
            return true;
        if (!is_list)
            return false;
    }
    return false;
}

bool shape_wraps(const struct loop_shape *shape, bool wraps_signed)
{
    const struct type *type = shape->counter->type, *sum = shape->sum_type;
    return !type->is_signed || type->size < 4 || wraps_signed || sum->size > type->size ||
           (sum->size == type->size && !sum->is_signed);
}

bool shape_goes_round(const struct loop_shape *shape)
{
    const struct type *type = shape->counter->type, *compared = shape->compare_type;
    return shape->relation == OP_NE && shape->step_value == 1 && !type->is_signed &&
           !type->is_bool && !compared->is_signed && type->size == compared->size;
}
