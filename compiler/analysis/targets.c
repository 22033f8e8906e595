/*
 * Sets of targets as flags and lists without duplicates. Variables may be many and are sorted by
 * their id; the other lists are short, and in order of first appearance.
 */
#include "targets.h"

#include <string.h>

bool targets_add_param(struct targets *into, size_t index)
{
    struct targets before = *into;
    if (index < 64)
        into->params |= UINT64_C(1) << index;
    else
        into->unknown = true;
    return into->params != before.params || into->unknown != before.unknown;
}

/* Where VAR is, or belongs. */
static size_t find_place(const struct targets *targets, const struct var *var)
{
    size_t low = 0, high = targets->vars.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (targets->vars.items[middle]->id < var->id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool targets_add_var(struct arena *arena, struct targets *into, struct var *var)
{
    size_t place = find_place(into, var), count = into->vars.count;
    if (place < count && into->vars.items[place] == var)
        return false;
    LIST_PUSH(arena, into->vars, var);
    memmove(into->vars.items + place + 1, into->vars.items + place,
            (count - place) * sizeof *into->vars.items);
    into->vars.items[place] = var;
    return true;
}

bool targets_add_state(struct arena *arena, struct targets *into, const char *name)
{
    for (size_t k = 0; k < into->states.count; k++)
        if (!strcmp(into->states.items[k], name))
            return false;
    LIST_PUSH(arena, into->states, name);
    return true;
}

static bool has_fresh(const struct targets *targets, const struct expr *call)
{
    for (size_t k = 0; k < targets->fresh.count; k++)
        if (targets->fresh.items[k] == call)
            return true;
    return false;
}

bool targets_add_fresh(struct arena *arena, struct targets *into, const struct expr *call)
{
    if (has_fresh(into, call))
        return false;
    LIST_PUSH(arena, into->fresh, call);
    return true;
}

static bool join_flag(bool *into, bool from)
{
    bool grew = from && !*into;
    *into |= from;
    return grew;
}

bool targets_join(struct arena *arena, struct targets *into, const struct targets *from)
{
    bool grew = (from->params & ~into->params) != 0;
    into->params |= from->params;
    for (size_t k = 0; k < from->vars.count; k++)
        grew |= targets_add_var(arena, into, from->vars.items[k]);
    for (size_t k = 0; k < from->states.count; k++)
        grew |= targets_add_state(arena, into, from->states.items[k]);
    for (size_t k = 0; k < from->fresh.count; k++)
        grew |= targets_add_fresh(arena, into, from->fresh.items[k]);
    grew |= join_flag(&into->unknown, from->unknown);
    grew |= join_flag(&into->local, from->local);
    grew |= join_flag(&into->constant, from->constant);
    grew |= join_flag(&into->inside, from->inside);
    return grew;
}

bool targets_are_own(const struct targets *targets)
{
    return !targets->params && !targets->vars.count && !targets->states.count && !targets->unknown;
}

bool targets_share_fresh(const struct targets *a, const struct targets *b)
{
    for (size_t k = 0; k < a->fresh.count; k++)
        if (has_fresh(b, a->fresh.items[k]))
            return true;
    return false;
}
