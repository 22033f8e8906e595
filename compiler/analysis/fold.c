/*
 * Which way of folding keeps the promise. Integers wrap round alike in every grouping, so one part
 * for each chunk will do. Floating-point sums and products are exact only when each iteration makes
 * one update, which the parent then repeats in order; a maximum or minimum is exact in any
 * grouping, for it only chooses. Where this fails, a reduction clause asks for reassociation: then
 * there is one part for each iteration, folded in iteration order, at any number of workers and
 * serially, too.
 */
#include "fold.h"

#include "guard.h"
#include "reasons.h"
#include "render.h"
#include "shape.h"

#include <string.h>

static bool names_object(const struct clause_item *item, const struct object *object)
{
    const struct expr *e = item->base.expr;
    while (e && e->kind == EXPR_CAST)
        e = e->args[0];
    if (!e)
        return false;
    if (e->kind == EXPR_VAR)
        return e->var == object->var || (object->pointer_var && e->var == object->pointer_var);
    return item->base.text && object->text && !strcmp(item->base.text, object->text);
}

const struct clause *reduction_clause(const struct loop *loop, const struct object *object)
{
    for (size_t k = 0; k < loop->pragma->clauses.count; k++) {
        const struct clause *clause = &loop->pragma->clauses.items[k];
        if (clause->kind != CLAUSE_REDUCTION)
            continue;
        for (size_t n = 0; n < clause->items.count; n++)
            if (names_object(&clause->items.items[n], object))
                return clause;
    }
    return NULL;
}

static bool is_sum(enum reduction op)
{
    return op == REDUCTION_ADD || op == REDUCTION_SUB;
}

static bool same_operator(enum reduction a, enum reduction b)
{
    return a == b || (is_sum(a) && is_sum(b));
}

/* Properties that all updates of the object have, and whether there is one statement only. */
struct updates {
    const struct reduction_update *one;
    bool is_single, is_exact, is_once, is_always, same_choice;
    const struct access *access;
};

static struct updates survey(const struct trace *trace, const struct use *use)
{
    struct updates updates = {.one = use->update,
                              .is_single = true,
                              .is_exact = true,
                              .is_once = true,
                              .same_choice = true};
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != use->object)
            continue;
        updates.access = access;
        updates.is_single &= access->update == updates.one;
        updates.is_exact &= access->update->is_exact;
        updates.is_once &= access->update->is_once;
        updates.is_always |= access->update->is_always;
        updates.same_choice &= access->update->takes_equal == updates.one->takes_equal &&
                               access->update->by_function == updates.one->by_function;
    }
    return updates;
}

/* The clause that asks for the reduction, as a fix-it where it can name the variable. */
static const char *offer_clause(struct loop *loop, struct reason *reason,
                                const struct object *object, enum reduction op)
{
    const struct var *var = object->kind == OBJECT_VARIABLE ? object->var : object->pointer_var;
    const char *clause = arena_printf(loop->trace->arena, "reduction(%s : %s)",
                                      reduction_name(is_sum(op) ? REDUCTION_ADD : op),
                                      var ? var->name : object->name);
    if (var && object->text && !reduction_clause(loop, object))
        add_clause(loop, reason, clause);
    return clause;
}

void offer_reassociation(struct loop *loop, struct reason *reason, const struct use *use)
{
    const char *clause = offer_clause(loop, reason, use->object, use->update->op);
    add_note(loop, reason, NULL, 0,
             "if the result may differ in rounding from the serial one, add %s", clause);
}

void offer_section(struct loop *loop, struct reason *reason, const struct use *use)
{
    enum reduction op = use->update->op;
    bool is_exact = use->update->type->kind == TYPE_INTEGER;
    add_note(loop, reason, NULL, 0,
             "%ssay how many elements are updated: reduction(%s : %s[0 : count])",
             is_exact ? "" : "if the result may differ in rounding from the serial one, ",
             reduction_name(is_sum(op) ? REDUCTION_ADD : op), use->object->pointer_var->name);
}

static bool reject(struct loop *loop, const struct use *use, const struct updates *updates)
{
    struct reason *reason =
        add_reason(loop, DIAG_INEXACT_REDUCTION, &updates->one->place, updates->one->end,
                   "the order in which '%s' is updated decides its last bits", use->object->name);
    offer_reassociation(loop, reason, use);
    return false;
}

/* x = x && e makes x 0 or 1, but only when it happens. */
static bool reject_logical(struct loop *loop, const struct use *use, const struct updates *updates)
{
    struct reason *reason =
        add_reason(loop, DIAG_INEXACT_REDUCTION, &updates->one->place, updates->one->end,
                   "'%s' becomes 0 or 1 here, and else keeps its value, in some iterations or none",
                   use->object->name);
    const char *clause = offer_clause(loop, reason, use->object, updates->one->op);
    add_note(loop, reason, NULL, 0, "if it may become 0 or 1 in any case, add %s", clause);
    return false;
}

static bool choose_floating(struct loop *loop, const struct use *use, const struct updates *updates,
                            bool is_asked, struct fold *fold)
{
    bool is_extreme = fold->op == REDUCTION_MAX || fold->op == REDUCTION_MIN;
    bool is_choice = is_extreme && !updates->one->by_function;
    bool can_replay = updates->is_single && updates->is_once && updates->is_exact &&
                      loop->trace->unit->exact_floating;
    if (is_choice && updates->is_exact && updates->same_choice)
        fold->mode = FOLD_CHUNK;
    else if (is_asked)
        fold->mode = FOLD_REASSOCIATE;
    else if (can_replay)
        fold->mode = FOLD_REPLAY;
    else
        return reject(loop, use, updates);
    return true;
}

static bool choose_mode(struct loop *loop, const struct use *use, const struct updates *updates,
                        bool is_asked, struct fold *fold)
{
    bool is_logical = fold->op == REDUCTION_LOGICAL_AND || fold->op == REDUCTION_LOGICAL_OR;
    if (fold->type->kind == TYPE_FLOATING)
        return choose_floating(loop, use, updates, is_asked, fold);
    fold->mode = FOLD_CHUNK;
    if (is_logical && !fold->type->is_bool && !updates->is_always && !is_asked)
        return reject_logical(loop, use, updates);
    return true;
}

static const struct clause_item *section_of(const struct loop *loop, const struct object *object)
{
    for (size_t k = 0; k < loop->pragma->clauses.count; k++) {
        const struct clause *clause = &loop->pragma->clauses.items[k];
        for (size_t n = 0; clause->kind == CLAUSE_REDUCTION && n < clause->items.count; n++) {
            const struct clause_item *item = &clause->items.items[n];
            const struct expr *e = item->base.expr;
            if (e && e->kind == EXPR_VAR && e->var == object->pointer_var && item->first.text &&
                item->count.text)
                return item;
        }
    }
    return NULL;
}

bool fold_section_find(const struct loop *loop, const struct object *object, int64_t size,
                       struct fold_section *section)
{
    struct arena *arena = loop->trace->arena;
    const char *address = object_address(arena, object);
    if (object->kind != OBJECT_POINTEE || object->is_part || !object->pointer_var || !address ||
        size <= 0)
        return false;
    const struct clause_item *item = section_of(loop, object);
    const struct type *target = object->pointer_var->type->target;
    *section = (struct fold_section){.base = address, .first = "0"};
    if (item && target && target->size == size) {
        section->first = arena_printf(arena, "(long long)(%s)", item->first.text);
        section->count = arena_printf(arena, "(long long)(%s)", item->count.text);
        int64_t count;
        section->is_small = item->count.expr && constant_value(item->count.expr, &count) &&
                            count <= MAX_HISTOGRAM / size;
        section->base = arena_printf(arena, "&(%s)[%s]", object->text, item->first.text);
        return true;
    }
    section->is_block = true;
    section->count = arena_printf(arena, "ppar_block_size(%s) / %lld", address, (long long)size);
    return object->is_fresh && !item;
}

/* All elements behind a pointer. Every chunk sends them all. */
static bool choose_section(struct loop *loop, const struct use *use, struct fold *fold)
{
    struct arena *arena = loop->trace->arena;
    struct fold_section section;
    if (!fold_section_find(loop, use->object, fold->type->size, &section))
        return false;
    fold->name = use->object->name;
    fold->base = section.base;
    fold->elements = section.count;
    loop->is_trusted |= !section.is_block; /* nothing outside of it is updated */
    if (section.is_small)
        return true;
    add_guard(arena, loop, arena_printf(arena, "%s has few elements", use->object->name),
              arena_printf(arena, "(%s) <= %lld", section.count,
                           (long long)(MAX_HISTOGRAM / fold->type->size)));
    return true;
}

/* The element at a place that is the same in all iterations, or the whole array. */
static bool choose_place(struct loop *loop, const struct use *use, const struct updates *updates,
                         struct fold *fold)
{
    struct trace *trace = loop->trace;
    const struct object *object = use->object;
    fold->type = updates->one->type;
    fold->count = 1;
    if (poly_is_invariant(updates->access->offset) && use->same_place) {
        const char *text = location_text(trace->arena, object, updates->access->offset, fold->type);
        fold->name = location_name(trace->arena, object, updates->access->offset, fold->type);
        fold->base = text ? arena_printf(trace->arena, "&%s", text) : NULL;
    } else if (object->kind == OBJECT_VARIABLE && object->type->size > 0 && object->text) {
        fold->name = object->name;
        fold->base = arena_printf(trace->arena, "&%s", object->text);
        fold->count = object->type->size / fold->type->size;
    }
    if (fold->base || choose_section(loop, use, fold))
        return true;
    struct reason *reason =
        add_reason(loop, DIAG_REDUCTION_FORM, &updates->one->place, updates->one->end,
                   object->text ? "how many elements '%s' has is not known, and so the reduction "
                                  "cannot be brought home"
                                : "the reduction into '%s' cannot be brought home, for it has no "
                                  "name at the loop",
                   object->name);
    if (object->text)
        add_note(loop, reason, NULL, 0, "the number is known of an array that is declared with it");
    else if (object->kind == OBJECT_VARIABLE && object->var->storage == STORAGE_EXTERNAL)
        add_note(loop, reason, NULL, 0,
                 "a declaration of '%s' in front of the function with the loop gives it one",
                 object->name);
    return false;
}

bool fold_find(struct loop *loop, const struct use *use, struct fold *fold)
{
    struct updates updates = survey(loop->trace, use);
    const struct clause *clause = reduction_clause(loop, use->object);
    *fold = (struct fold){.object = use->object,
                          .op = updates.one->op,
                          .takes_equal = updates.one->takes_equal,
                          .by_function = updates.one->by_function};
    if (is_sum(fold->op))
        fold->op = REDUCTION_ADD;
    if (clause && !same_operator(clause->reduction, updates.one->op)) {
        add_reason(loop, DIAG_REDUCTION_FORM, &updates.one->place, updates.one->end,
                   "'%s' is updated with '%s' here, not with '%s' as the clause says",
                   use->object->name, reduction_name(updates.one->op),
                   clause->reduction == REDUCTION_FUNCTION ? clause->function.text
                                                           : reduction_name(clause->reduction));
        return false;
    }
    return choose_place(loop, use, &updates, fold) &&
           choose_mode(loop, use, &updates, clause != NULL, fold);
}
