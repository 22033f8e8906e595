/*
 * Each statement that folds becomes
 *
 *     if (ppar_notes(&ppar)) { ppar_note(&ppar, 0, &x, &part); } else x = f(x, part);
 *
 * so the arguments are evaluated once, either way. The parent calls f while it merges, when other
 * iterations may have left their results already: what f reads must not be written in the loop at
 * all, nor be a counter of the loop.
 */
#include "replays.h"

#include "fold_call.h"
#include "reasons.h"
#include "recorded.h"
#include "render.h"
#include "summary.h"

#include <string.h>

static const char *slice(const struct unit *unit, const struct expr *e)
{
    return arena_strndup(unit->arena, unit->text + e->place.offset, e->end - e->place.offset);
}

static bool is_written(const struct loop *loop, const struct var *var)
{
    const struct trace *trace = loop->trace;
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].is_write && trace->accesses.items[k].object->var == var)
            return true;
    for (size_t k = 0; k < loop->levels.count; k++)
        if (var == loop->levels.items[k].shape.counter)
            return true;
    return false;
}

static bool check_reads(struct loop *loop, const struct reduction_update *update)
{
    const struct summary *summary = update->call->function->summary;
    for (size_t k = 0; summary && k < summary->reads.count; k++) {
        const struct var *var = summary->reads.items[k];
        if (!is_written(loop, var))
            continue;
        add_reason(loop, DIAG_REDUCTION_FORM, &update->place, update->end,
                   "'%s' cannot be called for the workers: it reads '%s', which the loop changes",
                   update->call->function->name, var->name);
        return false;
    }
    return true;
}

/* The one place of the accumulator, or the array that the accumulators are elements of. */
static bool find_base(const struct loop *loop, const struct use *use, const struct access *access,
                      struct replay *replay)
{
    struct arena *arena = loop->trace->arena;
    const struct object *object = use->object;
    const char *text = object->text;
    replay->length = access->type->size;
    if (use->same_place)
        text = location_text(arena, object, access->offset, access->type);
    else
        replay->length = object->type->size;
    replay->base = text ? arena_printf(arena, "&%s", text) : NULL;
    return replay->base && replay->length > 0;
}

static bool find_texts(const struct loop *loop, const struct access *access, struct replay *replay)
{
    const struct unit *unit = loop->trace->unit;
    const struct expr *e = access->expr, *made = e->kind == EXPR_CALL ? e : e->args[1];
    const struct expr *target = made->args[1], *part = made->args[2];
    if (!target->is_sliceable || !part->is_sliceable || !find_statement(loop, e, &replay->span))
        return false;
    replay->place = slice(unit, target);
    replay->part = slice(unit, part);
    if (!replay->call->by_address)
        replay->place = arena_printf(unit->arena, "&(%s)", replay->place);
    return true;
}

static bool is_known(const struct plan *plan, const struct fold_call *call)
{
    for (size_t k = 0; k < plan->replays.count; k++)
        if (plan->replays.items[k].call->part == call->part)
            return true;
    return false;
}

static bool plan_call(struct loop *loop, const struct use *use, const struct access *access)
{
    const struct reduction_update *update = access->update;
    struct replay replay = {.call = update->call};
    if (is_known(loop->plan, update->call))
        return true;
    if (!check_reads(loop, update))
        return false;
    if (!find_texts(loop, access, &replay) || !find_base(loop, use, access, &replay)) {
        add_reason(loop, DIAG_REDUCTION_FORM, &update->place, update->end,
                   "this call of '%s' has to be a statement of the loop itself, written without "
                   "macros, and '%s' must have a name at the loop",
                   update->call->function->name, use->object->name);
        return false;
    }
    LIST_PUSH(loop->trace->arena, loop->plan->replays, replay);
    return true;
}

void plan_replays(struct loop *loop, const struct use *use)
{
    const struct trace *trace = loop->trace;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object == use->object && access->is_write && !plan_call(loop, use, access))
            return;
    }
}
