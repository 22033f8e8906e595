/*
 * C calls two types compatible; what is asked here is a little less for integers (an enumeration
 * and its integer type are one) and the same for records: tag, members, offsets. Records may point
 * to themselves: while two records are being compared they are taken to agree, as they do unless a
 * difference is found elsewhere.
 *
 * What a function type says of its parameters is only in its spelling. For the functions of the
 * program the parameters themselves are compared.
 */
#include "agree.h"

#include <string.h>

/* Two records that are being compared. */
struct pair {
    const struct type *a, *b;
    const struct pair *outer;
};

static bool agree(const struct type *a, const struct type *b, const struct pair *outer);

static bool is_being_compared(const struct type *a, const struct type *b, const struct pair *pair)
{
    for (; pair; pair = pair->outer)
        if (pair->a == a && pair->b == b)
            return true;
    return false;
}

static bool fields_agree(const struct field *a, const struct field *b, const struct pair *outer)
{
    return !strcmp(a->name, b->name) && a->offset == b->offset &&
           a->is_bit_field == b->is_bit_field && a->width == b->width &&
           agree(a->type, b->type, outer);
}

static bool have_same_tag(const struct type *a, const struct type *b)
{
    return a->tag && b->tag ? !strcmp(a->tag, b->tag) : a->tag == b->tag;
}

static bool records_agree(const struct type *a, const struct type *b, const struct pair *outer)
{
    const struct pair pair = {a, b, outer};
    if (a->is_union != b->is_union || !have_same_tag(a, b))
        return false;
    if (!a->is_complete || !b->is_complete || is_being_compared(a, b, outer))
        return true;
    if (a->size != b->size || a->fields.count != b->fields.count)
        return false;
    for (size_t k = 0; k < a->fields.count; k++)
        if (!fields_agree(a->fields.items[k], b->fields.items[k], &pair))
            return false;
    return true;
}

static bool arrays_agree(const struct type *a, const struct type *b, const struct pair *outer)
{
    bool is_open = !a->is_complete || !b->is_complete || a->count < 0 || b->count < 0;
    return (is_open || a->count == b->count) && agree(a->target, b->target, outer);
}

static bool are_unqualified_alike(const struct type *a, const struct type *b,
                                  const struct pair *outer)
{
    if (a->kind != b->kind || a->is_atomic != b->is_atomic)
        return false;
    switch (a->kind) {
    case TYPE_VOID:
        return true;
    case TYPE_INTEGER:
        return a->size == b->size && a->is_signed == b->is_signed && a->is_bool == b->is_bool;
    case TYPE_FLOATING:
    case TYPE_COMPLEX:
        return a->size == b->size;
    case TYPE_POINTER:
        return agree(a->target, b->target, outer);
    case TYPE_ARRAY:
        return arrays_agree(a, b, outer);
    case TYPE_RECORD:
        return records_agree(a, b, outer);
    case TYPE_FUNCTION:
    case TYPE_OTHER:
        break;
    }
    return !strcmp(a->spelling, b->spelling);
}

static bool agree(const struct type *a, const struct type *b, const struct pair *outer)
{
    return a == b || (a->is_const == b->is_const && a->is_volatile == b->is_volatile &&
                      a->is_restrict == b->is_restrict && are_unqualified_alike(a, b, outer));
}

bool types_agree(const struct type *a, const struct type *b)
{
    return agree(a, b, NULL);
}

/* ---- functions ---------------------------------------------------------------------------- */

/* Arguments that no prototype tells of come as int or wider, or as double. */
static bool survives_promotion(const struct type *type)
{
    return type->kind == TYPE_POINTER || (type->kind == TYPE_INTEGER && type->size >= 4) ||
           (type->kind == TYPE_FLOATING && type->size >= 8);
}

static bool has_no_prototype(const struct function *function)
{
    size_t length = strlen(function->type->spelling);
    return length >= 2 && !strcmp(function->type->spelling + length - 2, "()");
}

static bool parameters_agree(const struct function *declared, const struct function *defined)
{
    bool is_open = has_no_prototype(declared);
    if (!is_open && declared->params.count != defined->params.count)
        return false;
    for (size_t k = 0; k < defined->params.count; k++) {
        const struct type *type = defined->params.items[k]->type;
        if (is_open ? !survives_promotion(type)
                    : !are_unqualified_alike(declared->params.items[k]->type, type, NULL))
            return false;
    }
    return true;
}

bool functions_agree(const struct function *declared, const struct function *defined)
{
    const struct type *a = declared->type->target, *b = defined->type->target;
    return a && b && declared->is_variadic == defined->is_variadic && types_agree(a, b) &&
           parameters_agree(declared, defined);
}

/* ---- records ------------------------------------------------------------------------------ */

bool record_is_known(const struct unit *unit, const struct type *record)
{
    if (!record->unit || record->unit == unit)
        return true;
    for (size_t k = 0; k < unit->records.count; k++) {
        const struct type *own = unit->records.items[k];
        if (own->is_complete && record->is_complete && records_agree(own, record, NULL))
            return true;
    }
    return false;
}
