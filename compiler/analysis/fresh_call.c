/*
 * Calls, in the picture of fresh.h. Arguments go to the parameters of functions in sight. A
 * function of the library makes and stores what its table entry says; what it writes may be what it
 * reads.
 */
#include "fresh_scan.h"
#include "library.h"

#include <string.h>

enum { MAX_ARGS = 64 };

struct call {
    struct fresh *fresh;
    struct expr *e;
    const struct function *function;
    const struct library_function *entry;
    struct places args[MAX_ARGS];
    size_t count;
};

static const struct places nothing;

static struct expr *strip(struct expr *e)
{
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    return e;
}

static bool is_pointer_like(const struct type *type)
{
    return type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY;
}

/* ---- functions in sight ------------------------------------------------------------------- */

static void reach(struct fresh *fresh, const struct function *function)
{
    for (size_t k = 0; k < fresh->functions.count; k++)
        if (fresh->functions.items[k] == function)
            return;
    LIST_PUSH(fresh->sites.arena, fresh->functions, function);
}

static void bind(struct fresh *fresh, const struct var *param, const struct places *value,
                 const struct expr *at)
{
    struct places there = place_in_site(fresh, site_of_var(fresh, param));
    if (value->list.count)
        fresh_put(fresh, &there, value, param->type, NULL, at);
}

/* The value of a call of FUNCTION. */
static struct places call_body(struct call *call)
{
    struct fresh *fresh = call->fresh;
    const struct function *function = call->function;
    reach(fresh, function);
    for (size_t k = 0; k < call->count; k++) {
        if (k < function->params.count)
            bind(fresh, function->params.items[k], &call->args[k], call->e->args[k + 1]);
        else
            places_join(&fresh->sites, &fresh->variadic, &call->args[k]);
    }
    struct places result =
        place_in_site(fresh, note_get(fresh, &fresh->returned, function, BORN_LOCAL));
    const struct type *type = call->e->type;
    return type->kind == TYPE_RECORD ? result
                                     : sites_load(&fresh->sites, &result, type->size, true);
}

/* ---- what the library stores -------------------------------------------------------------- */

static const struct type *target_of(const struct call *call, size_t param)
{
    const struct type *type = strip(call->e->args[param + 1])->type;
    return is_pointer_like(type) ? type->target : NULL;
}

/* Bytes are copied one by one and in their order. */
static bool copies_in_place(const struct call *call)
{
    const char *name = call->entry->name;
    return strstr(name, "memcpy") || strstr(name, "memmove") || strstr(name, "mempcpy") ||
           strstr(name, "realloc") || !strcmp(name, "bcopy");
}

static bool reads_text(const struct effect *effect)
{
    return effect->extent.kind == EXTENT_STRING || effect->extent.kind == EXTENT_CONVERTED;
}

/* What is text in memory from before the loop is no address. */
static struct places without_old(struct fresh *fresh, const struct places *places)
{
    struct places rest = {0};
    for (size_t k = 0; k < places->list.count; k++)
        if (places->list.items[k].site->birth != BORN_BEFORE)
            LIST_PUSH(fresh->sites.arena, rest.list, places->list.items[k]);
    return rest;
}

/* How many bytes behind argument PARAM the call reads at most; -1: any number. */
static int64_t bytes_read(const struct call *call, const struct effect *effect, size_t param)
{
    const struct type *type = strip(call->e->args[param + 1])->type;
    const struct expr *count = NULL;
    if (effect->extent.kind == EXTENT_BYTES && effect->extent.count >= 0 &&
        (size_t)effect->extent.count < call->count && effect->extent.times == PARAM_NONE)
        count = strip(call->e->args[effect->extent.count + 1]);
    if (count && count->kind == EXPR_INT)
        return count->value;
    return reads_text(effect) && type->kind == TYPE_ARRAY && type->size > 0 ? type->size : -1;
}

/* Whether SIZE bytes of elements of TYPE may hold pointers elsewhere than one element does. */
static bool may_hold_others(struct fresh *fresh, const struct type *type, int64_t size)
{
    bool has_pointers = type_pointers(fresh->sites.arena, type).list.count != 0;
    return fresh->unit->types_alias || (has_pointers && (size < 0 || size > type->size));
}

/* For memory from before the loop, the call would be refused. */
static bool frees(const struct call *call, size_t param)
{
    for (size_t k = 0; k < call->entry->effect_count; k++)
        if (call->entry->effects[k].kind == EFFECT_FREE &&
            call->entry->effects[k].param == (int)param)
            return true;
    return false;
}

/* What argument PARAM leads to is copied to INTO. */
static void copy_argument(struct call *call, const struct effect *effect, size_t param,
                          const struct places *into)
{
    if (param >= call->count || !is_pointer_like(call->e->args[param + 1]->type))
        return;
    const struct type *type = target_of(call, param);
    bool in_place = copies_in_place(call);
    bool is_number = effect->extent.kind == EXTENT_CONVERTED &&
                     !(type && type->kind == TYPE_INTEGER && type->size == 1);
    if (is_number)
        return;
    int64_t size = bytes_read(call, effect, param);
    struct fresh *fresh = call->fresh;
    if (!type || type->kind == TYPE_VOID || may_hold_others(fresh, type, size))
        type = NULL;
    struct places from = call->args[param];
    if (reads_text(effect) || frees(call, param))
        from = without_old(fresh, &from);
    if (!from.list.count)
        return;
    sites_copy(&fresh->sites, into, &from, size, !in_place, type, call->e);
    struct places noted =
        place_in_site(fresh, note_get(fresh, &fresh->stored, call->e, BORN_BEFORE));
    sites_copy(&fresh->sites, &noted, &from, size, !in_place, type, call->e);
}

/* Everything that the call reads may be copied to INTO, which argument TO points to. */
static void copy_all(struct call *call, const struct places *into, int to)
{
    for (size_t k = 0; k < call->entry->effect_count; k++) {
        const struct effect *effect = &call->entry->effects[k];
        if (effect->kind == EFFECT_READ_ANYTHING)
            sites_copy(&call->fresh->sites, into, &call->fresh->variadic, -1, true, NULL, call->e);
        if (effect->kind != EFFECT_READ || effect->param == to)
            continue;
        if (effect->param != PARAM_VARIADIC)
            copy_argument(call, effect, (size_t)effect->param, into);
        for (size_t n = call->function->params.count;
             effect->param == PARAM_VARIADIC && n < call->count; n++)
            copy_argument(call, effect, n, into);
    }
}

static void store_pointer(struct call *call, size_t param, const struct places *values)
{
    static struct type pointer = {.kind = TYPE_POINTER, .size = (int64_t)sizeof(void *)};
    if (param < call->count)
        fresh_store(call->fresh, &call->args[param], values, &pointer, NULL, call->e);
}

/* The pointers in a structure that the library fills lead nobody knows where. */
static void fill_pointers(struct call *call, size_t param)
{
    struct fresh *fresh = call->fresh;
    const struct type *type = NULL;
    if (param >= call->function->params.count)
        type = target_of(call, param);
    else if (call->function->params.items[param]->type->kind == TYPE_POINTER)
        type = call->function->params.items[param]->type->target;
    struct places anywhere = place_in_site(fresh, fresh->sites.unknown);
    if (!type || type->kind == TYPE_VOID)
        return;
    struct leaves leaves = type_pointers(fresh->sites.arena, type);
    for (size_t k = 0; k < leaves.list.count; k++) {
        const struct leaf *leaf = &leaves.list.items[k];
        struct places there = places_moved(&fresh->sites, &call->args[param], leaf->offset);
        fresh_store(fresh, &there, &anywhere, leaf->type, leaf->name, call->e);
    }
}

/* Arithmetic that leaves its result behind a pointer. */
static bool computes(const struct call *call)
{
    return !strncmp(call->entry->name, "__builtin_", 10) && strstr(call->entry->name, "overflow");
}

/* qsort: whatever lies in one element may lie in any. */
static void permute(struct call *call, size_t param)
{
    struct sites *sites = &call->fresh->sites;
    for (size_t k = 0; k < call->entry->effect_count; k++) {
        const struct effect *effect = &call->entry->effects[k];
        if (effect->kind != EFFECT_READ || effect->param != (int)param)
            continue;
        int times = effect->extent.times;
        const struct expr *size =
            times >= 0 && (size_t)times < call->count ? strip(call->e->args[times + 1]) : NULL;
        int64_t stride = size && size->kind == EXPR_INT ? size->value : 1;
        struct places all = places_strided(sites, &call->args[param], stride);
        sites_copy(sites, &all, &call->args[param], -1, false, NULL, call->e);
    }
}

static void write_argument(struct call *call, size_t param)
{
    if (param >= call->count)
        return;
    struct fresh *fresh = call->fresh;
    permute(call, param);
    copy_all(call, &call->args[param], (int)param);
    fill_pointers(call, param);
    for (size_t k = 0; computes(call) && k < param; k++)
        fresh_store(fresh, &call->args[param], &call->args[k], call->e->args[k + 1]->type, NULL,
                    call->e);
}

static struct places made_by(struct call *call, enum birth birth)
{
    struct site *site = note_get(call->fresh, &call->fresh->made, call->e, birth);
    site->made = call->e;
    site->maker = call->function->name;
    return place_in_site(call->fresh, site);
}

/* strtok and its kind: the string, where there is a new one, and where the walk is kept. */
static void move_cursor(struct call *call, const struct effect *effect)
{
    struct fresh *fresh = call->fresh;
    size_t saved = (size_t)effect->other;
    if (effect->param != PARAM_NONE && (size_t)effect->param < call->count)
        places_join(&fresh->sites, &fresh->cursor, &call->args[effect->param]);
    if (effect->name) {
        struct places before = place_in_site(fresh, fresh->sites.old);
        places_join(&fresh->sites, &fresh->cursor, &before);
        return;
    }
    if (saved >= call->count)
        return;
    struct places kept =
        sites_load(&fresh->sites, &call->args[saved], (int64_t)sizeof(void *), true);
    places_join(&fresh->sites, &fresh->cursor, &kept);
    struct places inside = places_strided(&fresh->sites, &fresh->cursor, 1);
    store_pointer(call, saved, &inside);
}

static void call_back(struct call *call, const struct effect *effect)
{
    struct expr *callee = strip(call->e->args[effect->param + 1]);
    while (callee->kind == EXPR_ADDRESS)
        callee = callee->args[0];
    const struct function *function = callee->kind == EXPR_FUNCTION ? callee->function : NULL;
    if (!function || !function->body)
        return; /* the loop is refused */
    reach(call->fresh, function);
    for (size_t p = 0; p < function->params.count; p++)
        for (size_t k = 0; k < call->count; k++) {
            struct places inside = places_strided(&call->fresh->sites, &call->args[k], 1);
            if (effect->with >> k & 1)
                bind(call->fresh, function->params.items[p], &inside, call->e);
        }
}

static void apply(struct call *call, const struct effect *effect)
{
    struct sites *sites = &call->fresh->sites;
    struct places values;
    switch (effect->kind) {
    case EFFECT_WRITE:
    case EFFECT_MAY_WRITE:
    case EFFECT_WRITE_STRING:
    case EFFECT_MAY_WRITE_STRING:
        if (effect->param != PARAM_VARIADIC)
            write_argument(call, (size_t)effect->param);
        for (size_t k = call->function->params.count;
             effect->param == PARAM_VARIADIC && k < call->count; k++)
            write_argument(call, k);
        return;
    case EFFECT_WRITE_FRESH:
    case EFFECT_REALLOCATE:
        values = made_by(call, BORN_BLOCK);
        store_pointer(call, (size_t)effect->param, &values);
        return;
    case EFFECT_STORE_INSIDE:
        if ((size_t)effect->other >= call->count)
            return;
        values = places_strided(sites, &call->args[effect->other], 1);
        store_pointer(call, (size_t)effect->param, &values);
        return;
    case EFFECT_CURSOR:
        move_cursor(call, effect);
        return;
    case EFFECT_CALL:
        call_back(call, effect);
        return;
    default:
        return; /* stores nothing */
    }
}

/* ---- what the library returns ------------------------------------------------------------- */

static struct places computed(struct call *call)
{
    struct fresh *fresh = call->fresh;
    struct places result = {0};
    bool is_pure = call->entry->effect_count == 1 && call->entry->effects[0].kind == EFFECT_NONE;
    if (call->e->type->kind == TYPE_POINTER || call->e->type->kind == TYPE_RECORD)
        return place_in_site(fresh, fresh->sites.unknown);
    bool changed = fresh->sites.changed;
    for (size_t k = 0; is_pure && k < call->count; k++)
        if (!is_pointer_like(call->e->args[k + 1]->type))
            places_join(&fresh->sites, &result, &call->args[k]);
    fresh->sites.changed = changed;
    return result;
}

static struct places state_of(struct call *call)
{
    struct fresh *fresh = call->fresh;
    if (!strcmp(call->entry->state, "environ")) /* nothing in a loop changes it */
        return place_in_site(fresh, fresh->sites.old);
    struct site *site = note_get(fresh, &fresh->states, call->entry->state, BORN_STATE);
    site->maker = call->entry->name;
    site->made = call->e;
    return place_in_site(fresh, site);
}

static struct places fresh_block(struct call *call)
{
    bool is_on_stack = strstr(call->entry->name, "alloca") != NULL;
    struct places block = made_by(call, is_on_stack ? BORN_LOCAL : BORN_BLOCK);
    copy_all(call, &block, PARAM_NONE);
    return block;
}

static struct places result_of(struct call *call)
{
    const struct library_function *entry = call->entry;
    struct fresh *fresh = call->fresh;
    bool has_param = entry->param >= 0 && (size_t)entry->param < call->count;
    switch (entry->result) {
    case RESULT_VALUE:
        return computed(call);
    case RESULT_FRESH:
        return fresh_block(call);
    case RESULT_PARAM:
        return has_param ? call->args[entry->param] : nothing;
    case RESULT_INSIDE:
        return has_param ? places_strided(&fresh->sites, &call->args[entry->param], 1) : nothing;
    case RESULT_CURSOR:
        return places_strided(&fresh->sites, &fresh->cursor, 1);
    case RESULT_STATE:
        return state_of(call);
    case RESULT_CONSTANT:
        return place_in_site(fresh, fresh->sites.old);
    case RESULT_STREAM:
        return made_by(call, BORN_STREAM);
    case RESULT_DESCRIPTOR:
        return made_by(call, BORN_DESCRIPTOR);
    case RESULT_NUMBER:
        return has_param ? call->args[entry->param] : nothing;
    case RESULT_MAPPING:
        return made_by(call, BORN_MAPPING);
    }
    return place_in_site(fresh, fresh->sites.unknown);
}

/* ---- calls -------------------------------------------------------------------------------- */

/* Nothing is known of the function. But for one without effects, the loop is refused or clauses say
 * what it writes, and it may be pointers in the iteration's own memory. */
static struct places unknown_result(struct call *call)
{
    struct places result = place_in_site(call->fresh, call->fresh->sites.unknown);
    bool is_pure = call->function && (call->function->is_const || call->function->is_pure);
    for (size_t k = 0; !is_pure && k < call->count; k++)
        fresh_unseen(call->fresh, call->e->args[k + 1], &call->args[k], call->e);
    bool is_plain = call->e->type->kind != TYPE_POINTER && call->e->type->kind != TYPE_RECORD;
    if (!is_plain)
        return result;
    result = (struct places){0};
    bool changed = call->fresh->sites.changed;
    for (size_t k = 0; k < call->count; k++)
        if (!is_pointer_like(call->e->args[k + 1]->type))
            places_join(&call->fresh->sites, &result, &call->args[k]);
    call->fresh->sites.changed = changed;
    return result;
}

struct places fresh_call(struct fresh *fresh, struct expr *e)
{
    struct call call = {.fresh = fresh, .e = e};
    if (e->args[0]->kind == EXPR_FUNCTION)
        call.function = e->args[0]->function;
    else
        fresh_value(fresh, e->args[0]);
    for (size_t k = 1; k < e->arg_count; k++) {
        struct places value = fresh_value(fresh, e->args[k]);
        if (call.count < MAX_ARGS)
            call.args[call.count++] = value;
    }
    call.entry = call.function ? library_entry(call.function) : NULL;
    if (call.entry) {
        for (size_t k = 0; k < call.entry->effect_count; k++)
            apply(&call, &call.entry->effects[k]);
        return result_of(&call);
    }
    return call.function && call.function->body ? call_body(&call) : unknown_result(&call);
}
