/*
 * What a call that only clauses tell of (sections.h) may store, in the picture of fresh.h: pointers
 * to anywhere, in the iteration's own memory that it is given. In other memory it stores what the
 * clauses list, and that holds no pointers.
 *
 * Memory that holds none by its type gets none. Behind pointers that lie in what the call is given
 * it may go on, and there nothing is known any more.
 */
#include "fresh_scan.h"
#include "own.h"

static bool is_own(const struct site *site)
{
    return site->birth != BORN_BEFORE && site->birth != BORN_STATE && site->birth != BORN_UNKNOWN;
}

static bool leads_to_own(const struct site *site)
{
    for (size_t k = 0; k < site->contents.count; k++) {
        const struct places *values = &site->contents.items[k]->values;
        for (size_t v = 0; v < values->list.count; v++)
            if (is_own(values->list.items[v].site))
                return true;
    }
    return false;
}

/* Whether bytes of TYPE hold pointers by other names than their own: raw memory. IS_ARRAY: it is
 * declared as an array of them. */
static bool is_raw(const struct type *type, bool is_array)
{
    bool is_character = type->kind == TYPE_INTEGER && type->size == 1;
    return type->kind == TYPE_VOID || type->size < 0 || (is_character && !is_array);
}

/* Pointers are stored in each of any number of elements of TYPE. */
static void fill(struct fresh *fresh, const struct places *value, const struct type *type,
                 bool is_raw_memory, const struct expr *at)
{
    static const struct type pointer = {.kind = TYPE_POINTER, .size = (int64_t)sizeof(void *)};
    struct sites *sites = &fresh->sites;
    struct places anywhere = place_in_site(fresh, sites->unknown);
    struct leaves leaves = {0};
    if (!is_raw_memory)
        leaves = type_pointers(sites->arena, type);
    if (is_raw_memory || leaves.has_arrays) {
        struct places there = places_strided(sites, value, 1);
        fresh_store(fresh, &there, &anywhere, &pointer, NULL, at);
        return;
    }
    for (size_t k = 0; k < leaves.list.count; k++) {
        const struct leaf *leaf = &leaves.list.items[k];
        struct places elements = places_strided(sites, value, type->size);
        struct places there = places_moved(sites, &elements, leaf->offset);
        fresh_store(fresh, &there, &anywhere, leaf->type, leaf->name, at);
    }
}

void fresh_unseen(struct fresh *fresh, const struct expr *arg, const struct places *value,
                  const struct expr *at)
{
    while (arg->kind == EXPR_CAST)
        arg = arg->args[0];
    bool is_array = arg->type->kind == TYPE_ARRAY;
    if (arg->type->kind != TYPE_POINTER && !is_array)
        return;
    const struct type *type = arg->type->target;
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    bool is_raw_memory = is_raw(type, is_array);
    if (!is_raw_memory && !type_holds_pointer(type))
        return;
    struct places own = {0};
    bool changed = fresh->sites.changed; /* it is not, by lists that are made here */
    for (size_t k = 0; k < value->list.count; k++)
        if (is_own(value->list.items[k].site)) {
            fresh->gave_up |= leads_to_own(value->list.items[k].site);
            places_add(&fresh->sites, &own, value->list.items[k]);
        }
    fresh->sites.changed = changed;
    if (own.list.count)
        fill(fresh, &own, type, is_raw_memory, at);
}
