/*
 * Initializers, in the picture of fresh.h. Of those in braces it is not known which member or
 * element each one is for (ir.h), but that its type is that of the member: so a pointer may lie in
 * every member that is a pointer to the same kind of thing, and any other value anywhere.
 */
#include "fresh_scan.h"

static bool is_pointer_like(const struct type *type)
{
    return type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY || type->kind == TYPE_FUNCTION;
}

/* Whether an initializer of type FROM may be that of a pointer of type TO. */
static bool may_initialise(const struct type *from, const struct type *to)
{
    if (!is_pointer_like(from) || from->kind == TYPE_FUNCTION)
        return true;
    const struct type *a = from->target, *b = to->target;
    if (a->kind != b->kind)
        return false;
    return a->kind != TYPE_INTEGER || a->size == b->size;
}

/* The initializer of one member or element, of which it is not known which. */
static void store_element(struct fresh *fresh, const struct places *places, const struct type *type,
                          struct expr *e)
{
    struct places values = fresh_value(fresh, e);
    bool is_found = false;
    if (type->kind == TYPE_RECORD && is_pointer_like(e->type)) {
        struct leaves leaves = type_pointers(fresh->sites.arena, type);
        for (size_t k = 0; k < leaves.list.count && !leaves.has_arrays; k++) {
            const struct leaf *leaf = &leaves.list.items[k];
            struct places there = places_moved(&fresh->sites, places, leaf->offset);
            const char *label = *leaf->name == '.' ? leaf->name + 1 : NULL;
            if (!may_initialise(e->type, leaf->type))
                continue;
            fresh_put(fresh, &there, &values, leaf->type, label, e);
            is_found = true;
        }
    }
    struct places there =
        places_strided(&fresh->sites, places, type->kind == TYPE_ARRAY ? type->target->size : 1);
    if (!is_found)
        fresh_put(fresh, &there, &values, e->type, NULL, e);
}

void fresh_initialise(struct fresh *fresh, const struct places *places, const struct type *type,
                      struct expr *e)
{
    bool is_string = e->kind == EXPR_STRING && type->kind == TYPE_ARRAY;
    if (e->kind != EXPR_INIT) {
        struct places values = fresh_value(fresh, e);
        if (!is_string)
            fresh_put(fresh, places, &values, type, NULL, e);
        return;
    }
    for (size_t k = 0; k < e->arg_count; k++) {
        struct expr *part = e->args[k];
        struct places there = *places;
        const struct type *part_type = part->type;
        if (type->kind == TYPE_RECORD || type->kind == TYPE_ARRAY)
            there = places_strided(&fresh->sites, places,
                                   type->kind == TYPE_ARRAY ? type->target->size : 1);
        if (part->kind == EXPR_INIT)
            fresh_initialise(fresh, &there, part_type, part);
        else if (part->kind != EXPR_STRING || part->type->kind != TYPE_ARRAY ||
                 type->kind == TYPE_RECORD || type->target->kind == TYPE_POINTER)
            store_element(fresh, places, type, part);
    }
}
