/*
 * What has to be true of a function for the parent to call it in place of the worker.
 *
 * The parent makes the calls of the serial loop, with the same parts, in the same order; so it is
 * enough that each call does the same there. It does if it depends on nothing but the accumulator,
 * the part, and memory that the loop leaves alone, and if nobody but the later calls can tell when
 * it happened: it changes the accumulator and nothing else, prints nothing, and does not end the
 * program.
 *
 * A part is sent as bytes. So it holds no pointers, and the function looks at nothing around it:
 * the parameter is used only as *part or part->member. The same goes for the accumulator, so that
 * the place that is named is all that is changed.
 */
#include "fold_call.h"

#include "../effects/effects.h"
#include "assigned.h"
#include "summarise.h"
#include "update.h"

#include <ctype.h>
#include <string.h>

enum { MAX_DEPTH = 8 };

struct function *clause_function(const struct clause *clause)
{
    const struct expr *e = clause->function.expr;
    while (e && (e->kind == EXPR_CAST || e->kind == EXPR_ADDRESS || e->kind == EXPR_DEREF))
        e = e->args[0];
    return clause->kind == CLAUSE_REDUCTION && e && e->kind == EXPR_FUNCTION ? e->function : NULL;
}

/* ---- the form ----------------------------------------------------------------------------- */

/* A and B but for qualifiers. */
static bool same_type(const struct type *a, const struct type *b)
{
    if (a->kind != b->kind || a->size != b->size || a->is_signed != b->is_signed)
        return false;
    const char *one = a->spelling, *two = b->spelling;
    one += strncmp(one, "const ", 6) ? 0 : 6;
    two += strncmp(two, "const ", 6) ? 0 : 6;
    return !strcmp(one, two);
}

static struct expr *pointed_by(struct arena *arena, struct expr *pointer)
{
    if (pointer->kind == EXPR_ADDRESS)
        return pointer->args[0];
    struct expr *place = ARENA_NEW(arena, struct expr);
    *place = (struct expr){.kind = EXPR_DEREF,
                           .type = pointer->type->target,
                           .place = pointer->place,
                           .end = pointer->end,
                           .arg_count = 1};
    place->args = ARENA_NEW(arena, struct expr *);
    place->args[0] = pointer;
    return place;
}

static struct expr *strip_casts(struct expr *e)
{
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    return e;
}

static bool match_part(struct fold_call *call)
{
    const struct type *type = call->function->params.items[1]->type;
    call->part_type = call->function->params.items[1]->type;
    if (type->kind != TYPE_POINTER)
        return true;
    struct expr *pointer = strip_casts(call->part);
    call->part_by_address = true;
    call->part_type = type->target;
    return pointer->type->kind == TYPE_POINTER && same_type(pointer->type->target, type->target);
}

static bool match_target(struct arena *arena, const struct expr *e, struct expr *first,
                         struct fold_call *call)
{
    const struct type *type = call->function->params.items[0]->type;
    if (e->kind == EXPR_ASSIGN) {
        call->target = e->args[0];
        return expr_equal(first, call->target) && same_type(type, call->target->type) &&
               same_type(e->args[1]->type, call->target->type);
    }
    call->by_address = true;
    if (type->kind != TYPE_POINTER || first->type->kind != TYPE_POINTER)
        return false;
    call->target = pointed_by(arena, first);
    return same_type(type->target, call->target->type);
}

bool fold_call_match(struct arena *arena, const struct expr *e, struct fold_call *call)
{
    const struct expr *made = e;
    *call = (struct fold_call){0};
    if (e->kind == EXPR_ASSIGN && e->op == OP_NONE)
        made = e->args[1];
    if (made->kind != EXPR_CALL || made->args[0]->kind != EXPR_FUNCTION || made->arg_count != 3)
        return false;
    call->function = made->args[0]->function;
    call->part = made->args[2];
    return call->function->params.count == 2 && !call->function->is_variadic &&
           match_target(arena, e, made->args[1], call) && match_part(call) &&
           !expr_contains(call->target, EXPRS_CALL | EXPRS_CHANGE) &&
           !expr_contains(call->part, 1u << EXPR_BLOCK | 1u << EXPR_OPAQUE);
}

bool fold_call_is_into(const struct fold_call *call, const struct expr *item)
{
    const struct expr *place = call->target;
    while (item && item->kind == EXPR_CAST)
        item = item->args[0];
    while (item && !expr_equal(place, item)) {
        if (place->kind != EXPR_INDEX && place->kind != EXPR_DEREF)
            return false;
        place = place->args[0];
    }
    return item != NULL;
}

/* ---- what the function does --------------------------------------------------------------- */

static const char *summary_obstacle(struct arena *arena, const struct summary *summary,
                                    bool by_address)
{
    if (summary->reasons.count)
        return summary->reasons.items[0].message;
    if (summary->prints)
        return "it prints";
    if (summary->may_exit)
        return "it may end the program";
    if (summary->reads_world || summary->changes_world)
        return "it looks at the world outside";
    if (summary->writes.count)
        return arena_printf(arena, "it changes '%s'", summary->writes.items[0]->name);
    if (summary->writes_unknown || summary->reads_unknown || summary->stores_pointers)
        return "it follows a pointer that is not known";
    if (summary->params_written & ~(uint64_t)by_address)
        return "it changes the part, or what its arguments point to";
    if (summary->params_freed || summary->params_kept || summary->params_given)
        return "it keeps or frees a pointer";
    for (size_t k = 0; k < summary->states_written.count; k++)
        if (!strcmp(summary->states_written.items[k], DRAWN_STATE))
            return "it draws random numbers";
        else if (strcmp(summary->states_written.items[k], "errno"))
            return "it changes hidden state of the library";
    for (size_t k = 0; k < summary->states_read.count; k++)
        if (strcmp(summary->states_read.items[k], "errno"))
            return "it depends on hidden state of the library";
    return NULL;
}

struct uses {
    const struct var *param;
    unsigned all, good;
    unsigned depth;
};

static bool stays_within(const struct function *function, size_t index, unsigned depth);

static bool count_use(struct expr *e, void *data)
{
    struct uses *uses = data;
    uses->all += e->kind == EXPR_VAR && e->var == uses->param;
    for (size_t k = 0; k < e->arg_count; k++) {
        const struct expr *arg = strip_casts(e->args[k]);
        if (arg->kind != EXPR_VAR || arg->var != uses->param)
            continue;
        bool is_test = (e->kind == EXPR_BINARY && e->op >= OP_EQ && e->op <= OP_LOGICAL_OR) ||
                       (e->kind == EXPR_UNARY && e->op == OP_NOT) ||
                       (e->kind == EXPR_COND && k == 0);
        bool is_passed = e->kind == EXPR_CALL && k > 0 && e->args[0]->kind == EXPR_FUNCTION &&
                         stays_within(e->args[0]->function, k - 1, uses->depth + 1);
        uses->good += e->kind == EXPR_DEREF || is_test || is_passed;
    }
    return true;
}

/* Whether the function uses the parameter, a pointer, only to reach the one thing it points to. */
static bool stays_within(const struct function *function, size_t index, unsigned depth)
{
    if (!function->body || depth > MAX_DEPTH || index >= function->params.count)
        return false;
    struct uses uses = {.param = function->params.items[index], .depth = depth};
    visit_stmt_exprs(function->body, count_use, &uses);
    return uses.all == uses.good;
}

/* Whether the file defines a macro of that name: the definition that makes the calls stands at its
 * end. */
static bool is_macro(const struct unit *unit, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = unit->text; (at = strstr(at, "define")) != NULL;) {
        at += strlen("define");
        const char *word = at + strspn(at, " \t");
        bool ends = !isalnum((unsigned char)word[length]) && word[length] != '_';
        if (word != at && !strncmp(word, name, length) && ends)
            return true;
    }
    return false;
}

static bool has_name(const struct type *type)
{
    return type->kind != TYPE_RECORD || (type->tag && !strchr(type->spelling, '('));
}

static bool holds_floating(const struct type *type)
{
    if (type->kind == TYPE_ARRAY)
        return holds_floating(type->target);
    for (size_t k = 0; type->kind == TYPE_RECORD && k < type->fields.count; k++)
        if (holds_floating(type->fields.items[k]->type))
            return true;
    return type->kind == TYPE_FLOATING || type->kind == TYPE_COMPLEX;
}

static const char *type_obstacle(const struct unit *unit, const struct fold_call *call)
{
    const struct type *target = call->target->type, *part = call->part_type;
    if (target->size <= 0 || part->size <= 0)
        return "the size of what it folds is not a constant";
    if (body_may_hold_pointer(target) || body_may_hold_pointer(part))
        return "what it folds holds pointers, which mean nothing in another process";
    if (!unit->exact_floating && (holds_floating(target) || holds_floating(part)))
        return "with the given options it may round differently where it is inlined";
    bool fits = (target->kind == TYPE_INTEGER || target->kind == TYPE_FLOATING ||
                 target->kind == TYPE_RECORD || target->kind == TYPE_COMPLEX) &&
                (part->kind == TYPE_INTEGER || part->kind == TYPE_FLOATING ||
                 part->kind == TYPE_RECORD || part->kind == TYPE_COMPLEX);
    return fits && has_name(target) && has_name(part) ? NULL
                                                      : "what it folds has no type with a name";
}

const char *fold_call_obstacle(const struct unit *unit, const struct fold_call *call)
{
    const struct function *function = call->function;
    if (!function->body || !function->summary)
        return "it is not defined in this file, and its effects are not declared";
    if (unit->has_weak && !function->is_static && !function->is_declared)
        return "another file may define it, too";
    if (function->is_noreturn)
        return "it may end the program";
    if (is_macro(unit, function->name))
        return "its name is also that of a macro";
    const char *obstacle = type_obstacle(unit, call);
    if (!obstacle)
        obstacle = summary_obstacle(unit->arena, function->summary, call->by_address);
    if (obstacle)
        return obstacle;
    if ((call->by_address && !stays_within(function, 0, 0)) ||
        (call->part_by_address && !stays_within(function, 1, 0)))
        return "it uses its pointers other than as *p and p->member";
    return NULL;
}
