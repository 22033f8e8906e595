/*
 * Pointers in the iteration's own memory.
 *
 * A list that the body builds is reached through pointers that it has stored in its own blocks. The
 * walk does not follow what lies where in them. It notes, for each type, what has ever been stored
 * in own memory as a pointer to that type, and takes what is loaded as one for any of these. C lets
 * a pointer be loaded only as what it was stored as (-fno-strict-aliasing: all types are one); the
 * exceptions are counted against all types: void pointers, members of unions, bytes that a
 * function of the library copies, and pointers that become numbers, for a union may turn them back.
 *
 * As everywhere in the walk this begins with "nothing has been stored", and a walk in which
 * something new is stored is repeated (walk.h). In the last one every store has been noted before
 * the first load.
 */
#include "own.h"

#include "../effects/effects.h"

#include <string.h>

bool type_holds_pointer(const struct type *type)
{
    if (type->kind == TYPE_ARRAY)
        return type_holds_pointer(type->target);
    for (size_t k = 0; type->kind == TYPE_RECORD && k < type->fields.count; k++)
        if (type_holds_pointer(type->fields.items[k]->type))
            return true;
    return type->kind == TYPE_POINTER;
}

/* ---- what is held -------------------------------------------------------------------------- */

/* Whether C may take a pointer to A for one to B. Types that are hard to compare are the same. */
static bool is_same_target(const struct type *a, const struct type *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case TYPE_INTEGER:
    case TYPE_FLOATING:
        return a->size == b->size;
    case TYPE_POINTER:
        return is_same_target(a->target, b->target);
    case TYPE_RECORD:
        return a->tag && b->tag ? !strcmp(a->tag, b->tag) : a->size == b->size;
    default:
        return true;
    }
}

static const struct type *element(const struct type *type)
{
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    return type;
}

/* Elements of an array are reached by pointers. */
static bool is_addressed(const struct trace *trace, const struct field *field)
{
    for (size_t k = 0; k < trace->addressed.count; k++)
        if (trace->addressed.items[k] == field)
            return true;
    return field->type->kind == TYPE_ARRAY;
}

static void hold(struct walker *walker, const struct type *target, const struct field *field,
                 unsigned what)
{
    struct trace *trace = walker->trace;
    target = element(target);
    for (size_t k = 0; k < trace->held.count; k++) {
        struct held *held = &trace->held.items[k];
        if (held->field != field || !is_same_target(held->target, target))
            continue;
        walker->again |= (what & ~held->what & ~(unsigned)OWN_BLOCK) != 0;
        held->what |= what;
        return;
    }
    walker->again |= (what & ~(unsigned)OWN_BLOCK) != 0;
    LIST_PUSH(walker->arena, trace->held, ((struct held){target, field, what}));
}

void own_lose(struct walker *walker)
{
    walker->again |= !walker->trace->holds_all;
    walker->trace->holds_all = true;
}

const struct field own_element;

const struct field *own_field(const struct expr *e)
{
    while (e->kind == EXPR_INDEX && e->args[0]->type->kind == TYPE_ARRAY)
        e = e->args[0];
    if (e->kind == EXPR_MEMBER)
        return e->field->record->is_union ? NULL : e->field;
    bool is_place = e->kind == EXPR_INDEX || e->kind == EXPR_DEREF || e->kind == EXPR_VAR;
    return is_place ? &own_element : NULL;
}

void own_address(struct walker *walker, const struct expr *e)
{
    struct trace *trace = walker->trace;
    const struct field *field = own_field(e);
    if (!field || field == &own_element || is_addressed(trace, field))
        return;
    LIST_PUSH(walker->arena, trace->addressed, field);
    walker->again = true;
}

static bool is_null_constant(const struct expr *e)
{
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    return e->kind == EXPR_INT && e->value == 0;
}

void own_cast(struct walker *walker, const struct expr *e, const struct type *type)
{
    if (e->type->kind == TYPE_POINTER && type->kind == TYPE_INTEGER && !type->is_bool)
        own_lose(walker);
    bool may_turn = type->kind == TYPE_POINTER && type->target->kind == TYPE_POINTER &&
                    e->type->kind == TYPE_POINTER && e->type->target->kind != TYPE_POINTER;
    if (!may_turn || e->kind == EXPR_CALL || is_null_constant(e))
        return;
    walker->again |= !walker->trace->mixes_fields;
    walker->trace->mixes_fields = true;
}

/* Whether what is stored in the place ONE can be loaded from the place TWO. */
static bool may_be_same(const struct trace *trace, const struct field *one, const struct field *two)
{
    if (!one || !two || one == two || trace->mixes_fields)
        return true;
    return (one == &own_element && is_addressed(trace, two)) ||
           (two == &own_element && is_addressed(trace, one));
}

unsigned own_holds(const struct trace *trace, const struct type *target, const struct field *field)
{
    unsigned what = (trace->holds_all ? OWN_OUTER : 0u) | (trace->frees_any ? OWN_FREED : 0u);
    bool is_any = target->kind == TYPE_VOID || trace->unit->types_alias;
    target = element(target);
    for (size_t k = 0; k < trace->held.count; k++) {
        const struct held *held = &trace->held.items[k];
        if (is_any ||
            (may_be_same(trace, held->field, field) && is_same_target(held->target, target)))
            what |= held->what;
    }
    return what;
}

unsigned own_union_holds(const struct trace *trace, const struct type *type)
{
    unsigned what = 0;
    type = element(type);
    if (type->kind == TYPE_POINTER)
        return own_holds(trace, type->target, NULL);
    for (size_t k = 0; type->kind == TYPE_RECORD && k < type->fields.count; k++)
        what |= own_union_holds(trace, type->fields.items[k]->type);
    return what;
}

/* ---- values -------------------------------------------------------------------------------- */

static bool is_memory(const struct object *object)
{
    return object->kind == OBJECT_OWN && !object->is_stream;
}

bool value_is_own(const struct walker *walker, const struct value *value)
{
    return value->kind == VALUE_POINTER && is_memory(value->pointer.object) &&
           value->pointer.object != walker->literal && !value->pointer.may_be_literal;
}

bool value_is_block(const struct walker *walker, const struct value *value)
{
    int64_t offset;
    return value_is_own(walker, value) &&
           (value->pointer.object->is_null ||
            (value->pointer.object->is_own_heap &&
             poly_is_constant(value->pointer.offset, &offset) && offset == 0));
}

struct value own_anywhere(struct walker *walker, bool is_block)
{
    struct value offset = value_unknown(walker, walker->integer_type);
    struct pointer pointer = {.object = walker->unknown_own, .may_be_null = true};
    pointer.offset = is_block ? poly_constant(walker->arena, 0) : offset.integer;
    return (struct value){.kind = VALUE_POINTER, .pointer = pointer};
}

/* ---- stores -------------------------------------------------------------------------------- */

unsigned own_kind(const struct walker *walker, const struct value *value)
{
    const struct pointer *pointer = &value->pointer;
    if (value->kind != VALUE_POINTER || !is_memory(pointer->object))
        return OWN_OUTER;
    unsigned literal = pointer->may_be_literal ? OWN_LITERAL : 0;
    struct value plain = *value;
    plain.pointer.may_be_literal = false;
    if (pointer->object->is_null)
        return literal;
    if (pointer->object == walker->literal)
        return OWN_LITERAL;
    return literal | (value_is_block(walker, &plain) ? OWN_BLOCK : OWN_INSIDE);
}

static void store_pointer(struct walker *walker, const struct type *target,
                          const struct field *field, const struct value *value)
{
    unsigned what = own_kind(walker, value);
    bool is_any = target->kind == TYPE_VOID || walker->trace->unit->types_alias;
    if (is_any && (what & OWN_OUTER))
        own_lose(walker);
    hold(walker, target, field, what);
}

/* Every pointer in a TYPE may be one to anywhere. */
static void store_unknown(struct walker *walker, const struct type *type, const struct field *field)
{
    static const struct value unknown = {.kind = VALUE_OTHER};
    type = element(type);
    if (type->kind == TYPE_POINTER)
        store_pointer(walker, type->target, field, &unknown);
    for (size_t k = 0; type->kind == TYPE_RECORD && k < type->fields.count; k++)
        store_unknown(walker, type->fields.items[k]->type,
                      type->is_union ? NULL : type->fields.items[k]);
}

void own_store(struct walker *walker, const struct type *type, const struct field *field,
               const struct value *value)
{
    if (value->kind == VALUE_POINTER && value->pointer.object->is_own_heap)
        value->pointer.object->is_held = true;
    if (value->kind == VALUE_POINTER && type->kind == TYPE_POINTER)
        store_pointer(walker, type->target, field, value);
    else if (value->pointer.object != walker->unknown_own)
        store_unknown(walker, type, field);
}

/* A block that no memory holds a pointer to is told by its object alone. Any other may be one that
 * a result points to: the type of the pointer that it is freed by says nothing, after a cast. */
void own_free(struct walker *walker, struct object *object, bool is_replaced)
{
    object->is_freed = true;
    walker->trace->frees_any |= !is_replaced && (object->is_any || object->is_held);
}

/* Whether bytes that are copied from there may be pointers from before the iteration. */
static bool may_hold_pointer(const struct object *object)
{
    if (object->kind == OBJECT_OWN)
        return false;
    return !object->type || object->type->kind == TYPE_VOID || type_holds_pointer(object->type);
}

/* Strings that are written hold no pointers. */
static bool copies_bytes(const struct library_function *entry)
{
    for (size_t k = 0; k < entry->effect_count; k++)
        if (entry->effects[k].kind == EFFECT_WRITE || entry->effects[k].kind == EFFECT_MAY_WRITE)
            return true;
    return false;
}

void own_call(struct walker *walker, const struct library_function *entry, const struct value *args,
              size_t count)
{
    for (size_t k = 0; k < entry->effect_count && copies_bytes(entry); k++) {
        const struct effect *effect = &entry->effects[k];
        if (effect->kind != EFFECT_READ || effect->param < 0 || (size_t)effect->param >= count)
            continue;
        const struct value *from = &args[effect->param];
        walker->again |= !walker->trace->mixes_fields;
        walker->trace->mixes_fields = true;
        if (from->kind != VALUE_POINTER || may_hold_pointer(from->pointer.object))
            own_lose(walker);
    }
}

/* ---- loads --------------------------------------------------------------------------------- */

/* The union that the lvalue E lies in; NULL: in none. */
static const struct type *union_around(const struct expr *e)
{
    for (;
         e->kind == EXPR_MEMBER || (e->kind == EXPR_INDEX && e->args[0]->type->kind == TYPE_ARRAY);
         e = e->args[0])
        if (e->kind == EXPR_MEMBER && e->field->record->is_union)
            return e->field->record;
    return NULL;
}

static unsigned held_at(const struct trace *trace, const struct type *target, const struct expr *at)
{
    const struct type *around = at ? union_around(at) : NULL;
    if (around)
        return own_union_holds(trace, around);
    return own_holds(trace, target, at ? own_field(at) : &own_element);
}

struct value own_load(struct walker *walker, struct type *type, const struct expr *at)
{
    struct value value = value_unknown(walker, type);
    if (type->kind == TYPE_RECORD && type_holds_pointer(type))
        value.pointer.object = walker->unknown_own;
    if (type->kind != TYPE_POINTER || type->target->kind == TYPE_FUNCTION)
        return value;
    unsigned what = held_at(walker->trace, type->target, at);
    if (what & OWN_OUTER)
        return value;
    value = own_anywhere(walker, !(what & OWN_INSIDE));
    value.pointer.may_be_literal = (what & OWN_LITERAL) != 0;
    return value;
}
