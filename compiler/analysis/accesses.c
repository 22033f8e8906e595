/*
 * The memory that one item of a list of accesses means, and the statements that read or write it.
 */
#include "accesses.h"

bool expr_is_place(const struct expr *e)
{
    return e->kind == EXPR_VAR || e->kind == EXPR_INDEX || e->kind == EXPR_MEMBER ||
           e->kind == EXPR_DEREF;
}

bool expr_has_address(const struct expr *e)
{
    return e->type->kind == TYPE_POINTER || e->type->kind == TYPE_ARRAY;
}

/* AT's value as an address of something that has a size: bytes, where that is not known and is not
 * needed to count elements. */
struct expr *listed_address(struct builder *b, const struct clause_expr *at, bool counts)
{
    struct expr *base = at->expr;
    struct type *target = base->type->target;
    bool is_hidden = target->kind == TYPE_RECORD && !target->is_complete;
    if (target->kind == TYPE_VOID || (is_hidden && !counts)) {
        struct type *byte = build_type(b, (struct type){.kind = TYPE_INTEGER,
                                                        .spelling = "char",
                                                        .size = 1,
                                                        .is_signed = true,
                                                        .is_const = target->is_const});
        return build_node(b, EXPR_CAST, build_pointer_to(b, byte), 1, base, NULL);
    }
    if (target->kind == TYPE_FUNCTION || (target->kind != TYPE_ARRAY && target->size < 0))
        build_mistake(b, at, "what '%s' points to has no size here that is known", at->text);
    return base;
}

bool listed_bounds(struct builder *b, const struct clause_item *item, struct expr **address,
                   struct expr **count)
{
    struct expr *base = item->base.expr, *first = item->first.expr;
    *count = item->count.expr;
    if (!expr_has_address(base)) {
        build_mistake(b, &item->base, "'%s' is no array and no pointer", item->base.text);
        return false;
    }
    if (first->type->kind != TYPE_INTEGER || (*count)->type->kind != TYPE_INTEGER) {
        build_mistake(b, &item->base, "a section is 'base[first : count]' with integers");
        return false;
    }
    base = listed_address(b, &item->base, true);
    struct expr *start = build_element(b, base, first);
    *address = build_node(b, EXPR_ADDRESS, build_pointer_to(b, start->type), 1, start, NULL);
    return !b->failed;
}

bool type_is_constant(const struct type *type)
{
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    return type->is_const;
}

/* Reads PLACE, or writes it, element by element where it is an array. NULL: its size is unknown. */
static struct stmt *access_place(struct builder *b, struct expr *place, bool writes)
{
    struct type *type = place->type;
    if (type->kind != TYPE_ARRAY) {
        struct expr *value = writes ? build_any(b, type) : NULL;
        return build_evaluate(b,
                              writes ? build_node(b, EXPR_ASSIGN, type, 2, place, value) : place);
    }
    struct expr *count = type->count >= 0 ? build_number(b, type->count, b->integer) : type->extent;
    if (!count || type->count == 0)
        return NULL;
    struct stmt *counter = build_declare(b, count->type, build_number(b, 0, count->type));
    struct stmt *body =
        access_place(b, build_element(b, place, build_variable(b, counter->vars.items[0])), writes);
    return body ? build_repeat(b, counter, count, body) : NULL;
}

struct stmt *listed_access(struct builder *b, const struct listed *listed, bool writes)
{
    if (listed->object)
        return access_place(b, listed->object, writes);
    struct expr *base = build_variable(b, listed->base);
    if (!listed->count)
        return access_place(b, build_element(b, base, build_any(b, b->integer)), writes);
    struct type *type = listed->count->type;
    struct stmt *counter = build_declare(b, type, build_number(b, 0, type));
    struct stmt *body =
        access_place(b, build_element(b, base, build_variable(b, counter->vars.items[0])), writes);
    return body ? build_repeat(b, counter, build_variable(b, listed->count), body) : NULL;
}
