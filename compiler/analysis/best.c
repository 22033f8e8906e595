/*
 * The forms of a choice of the best. The condition is a comparison of the best value so far with
 * another one, and perhaps others with &&; the branch assigns that other value, and companions.
 *
 * The others may read what they like but the chosen places: then whether an iteration takes part
 * does not depend on those before it, and among those that do the comparison alone decides.
 * Each place is assigned to once, a value that depends on none of them, so that what the branch
 * leaves depends on the iteration that came into it and on nothing else.
 *
 * With || another condition may say that there is no best yet. It compares one of the places with a
 * constant.
 */
#include "best.h"

#include "assigned.h"
#include "shape.h"

#include <stdlib.h>

static bool has_effect(struct expr *e)
{
    return expr_contains(e, EXPRS_CALL | EXPRS_CHANGE);
}

/* ---- the parts of the statement ----------------------------------------------------------- */

static bool take_condition(struct expr *e, struct best *best)
{
    if (e->kind == EXPR_BINARY && e->op == OP_LOGICAL_AND)
        return take_condition(e->args[0], best) && take_condition(e->args[1], best);
    if (best->condition_count == BEST_MOST || has_effect(e))
        return false;
    best->conditions[best->condition_count++] = e;
    return true;
}

static bool take_assignment(struct expr *e, struct best *best)
{
    if (e->kind == EXPR_COMMA)
        return take_assignment(e->args[0], best) && take_assignment(e->args[1], best);
    if (e->kind != EXPR_ASSIGN || e->op != OP_NONE || best->count == BEST_MOST ||
        has_effect(e->args[0]) || has_effect(e->args[1]))
        return false;
    best->assignments[best->count++] = e;
    return true;
}

static bool take_branch(const struct stmt *stmt, struct best *best)
{
    if (stmt->kind == STMT_EXPR)
        return take_assignment(stmt->expr, best);
    if (stmt->kind != STMT_BLOCK)
        return false;
    for (size_t k = 0; k < stmt->stmts.count; k++)
        if (!take_branch(stmt->stmts.items[k], best))
            return false;
    return true;
}

/* ---- the value that is compared ----------------------------------------------------------- */

/* Whether E is a member of PLACE, of a member of it, and so on, and OTHER the same of VALUE. AT:
 * the bytes of PLACE before it. */
static bool is_same_member(const struct expr *e, const struct expr *other, const struct expr *place,
                           const struct expr *value, int64_t *at)
{
    if (expr_equal(e, place))
        return expr_equal(other, value);
    if (e->kind != EXPR_MEMBER || other->kind != EXPR_MEMBER || e->field != other->field ||
        e->field->is_bit_field)
        return false;
    *at += e->field->offset / 8;
    return is_same_member(e->args[0], other->args[0], place, value, at);
}

static bool match_member(struct expr *condition, const struct expr *assignment, struct best *best)
{
    const struct expr *place = assignment->args[0], *value = assignment->args[1];
    if (place->type->kind != TYPE_RECORD || condition->kind != EXPR_BINARY)
        return false;
    for (size_t side = 0; side < 2; side++) {
        struct expr *target = condition->args[side], *operand = condition->args[1 - side];
        while (target->kind == EXPR_CAST && operand->kind == EXPR_CAST) {
            target = target->args[0];
            operand = operand->args[0];
        }
        best->at = 0;
        if (is_same_member(target, operand, place, value, &best->at) &&
            update_match_choice(condition, target, operand, &best->value))
            return true;
    }
    return false;
}

static bool match_value(struct expr *condition, struct expr *assignment, struct best *best)
{
    best->at = 0;
    best->holder = assignment->args[0];
    return update_match_choice(condition, assignment->args[0], assignment->args[1], &best->value) ||
           match_member(condition, assignment, best);
}

static bool match_choice(struct expr *condition, struct best *best)
{
    for (size_t a = 0; a < best->count; a++)
        if (match_value(condition, best->assignments[a], best))
            return true;
    return false;
}

/* ---- that there is none yet --------------------------------------------------------------- */

static bool find_number(const struct expr *e, int64_t *value)
{
    while (e->kind == EXPR_CAST && e->type->kind == TYPE_FLOATING)
        e = e->args[0];
    if (e->kind == EXPR_UNARY && e->op == OP_NEGATE && e->type->kind == TYPE_FLOATING) {
        bool found = find_number(e->args[0], value) && *value != 0; /* -0.0 is no integer */
        *value = -*value;
        return found;
    }
    if (e->kind != EXPR_FLOAT || !e->text)
        return constant_value(e, value);
    double number = strtod(e->text, NULL);
    *value = number > -1e9 && number < 1e9 ? (int64_t)number : 0;
    return (double)*value == number;
}

static enum op mirrored(enum op op)
{
    static const enum op ops[] = {[OP_LT] = OP_GT, [OP_LE] = OP_GE, [OP_GT] = OP_LT,
                                  [OP_GE] = OP_LE, [OP_EQ] = OP_EQ, [OP_NE] = OP_NE};
    return ops[op];
}

static bool is_member(const struct expr *e, const struct expr *place, int64_t *at)
{
    for (*at = 0; !expr_equal(e, place); e = e->args[0]) {
        if (e->kind != EXPR_MEMBER || e->field->is_bit_field)
            return false;
        *at += e->field->offset / 8;
    }
    return true;
}

static bool match_place(struct expr *e, const struct best *best, struct best_start *start)
{
    start->compared = e->type;
    if (e->kind == EXPR_CAST)
        e = e->args[0];
    start->type = e->type;
    for (size_t a = 0; a < best->count; a++) {
        start->holder = best->assignments[a]->args[0];
        if (is_member(e, start->holder, &start->at))
            return start->type->kind == TYPE_INTEGER || start->type->kind == TYPE_FLOATING;
    }
    return false;
}

static bool match_start(struct expr *e, const struct best *best, struct best_start *start)
{
    start->op = OP_NE;
    start->value = 0;
    if (e->kind == EXPR_UNARY && e->op == OP_NOT) {
        start->op = OP_EQ;
        return match_place(e->args[0], best, start);
    }
    if (e->kind != EXPR_BINARY)
        return match_place(e, best, start);
    if (e->op < OP_LT || e->op > OP_NE)
        return false;
    bool is_left = find_number(e->args[1], &start->value);
    start->op = is_left ? e->op : mirrored(e->op);
    return (is_left || find_number(e->args[0], &start->value)) &&
           match_place(e->args[is_left ? 0 : 1], best, start);
}

static bool match_either(struct expr *e, struct best *best)
{
    if (e->kind != EXPR_BINARY || e->op != OP_LOGICAL_OR)
        return match_choice(e, best);
    for (size_t side = 0; side < 2; side++)
        if (match_choice(e->args[1 - side], best) && match_start(e->args[side], best, &best->start))
            return true;
    best->start.holder = NULL;
    return false;
}

/* Takes the condition that chooses out of the list. */
static bool find_choice(struct best *best)
{
    for (size_t c = 0; c < best->condition_count; c++) {
        if (!match_either(best->conditions[c], best))
            continue;
        best->condition_count--;
        for (size_t k = c; k < best->condition_count; k++)
            best->conditions[k] = best->conditions[k + 1];
        return true;
    }
    return false;
}

/* ---- what depends on what ----------------------------------------------------------------- */

struct mention {
    const struct expr *place;
    bool found;
};

static bool find_place(struct expr *e, void *data)
{
    struct mention *mention = data;
    mention->found |= expr_equal(e, mention->place);
    return !mention->found;
}

static bool mentions(struct expr *e, const struct expr *place)
{
    struct mention mention = {.place = place};
    visit_expr(e, find_place, &mention);
    return mention.found;
}

static bool mentions_chosen(const struct best *best, struct expr *e)
{
    for (size_t k = 0; k < best->count; k++)
        if (mentions(e, best->assignments[k]->args[0]))
            return true;
    return false;
}

static bool is_independent(const struct best *best)
{
    for (size_t k = 0; k < best->condition_count; k++)
        if (mentions_chosen(best, best->conditions[k]))
            return false;
    for (size_t k = 0; k < best->count; k++) {
        if (mentions_chosen(best, best->assignments[k]->args[1]))
            return false;
        for (size_t other = 0; other < k; other++)
            if (expr_equal(best->assignments[k]->args[0], best->assignments[other]->args[0]))
                return false;
    }
    return true;
}

const char *best_start_text(struct arena *arena, const struct best_start *start, const char *type,
                            const char *place)
{
    static const char *const ops[] = {[OP_LT] = "<",  [OP_LE] = "<=", [OP_GT] = ">",
                                      [OP_GE] = ">=", [OP_EQ] = "==", [OP_NE] = "!="};
    return type ? arena_printf(arena, "(%s)%s %s (%s)%lld", type, place, ops[start->op], type,
                               (long long)start->value)
                : arena_printf(arena, "%s %s %lld", place, ops[start->op], (long long)start->value);
}

bool best_match(const struct stmt *stmt, struct best *best)
{
    *best = (struct best){0};
    return !stmt->other && take_condition(stmt->expr, best) && take_branch(stmt->body, best) &&
           find_choice(best) && is_independent(best);
}
