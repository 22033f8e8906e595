/*
 * Members of results that own memory.
 *
 * A worker cannot tell by looking at a pointer whether it leads to memory from before the loop,
 * which the parent has too, or to a block of its own, which has to be sent. So it is decided here,
 * for each member of each result: when every write that reaches the member leaves there a null
 * pointer or the start of a block that this iteration has allocated, the member is packed wherever
 * it was written. When none does, its bytes are sent as they are. When some do, the loop is
 * rejected.
 *
 * "Wherever it was written" must be exact: a member that was not written may hold an old pointer.
 * plan.c sees to it.
 *
 * Which member a write reaches is read from its offset and the type of the object: the coefficients
 * of whatever varies in the offset are multiples of the size of the elements of an array that is
 * gone through, and what remains of the constant is the place in one of them.
 */
#include "deep.h"

#include "reasons.h"
#include "render.h"

enum { MOST_TERMS = POLY_MAX_TERMS };

/* A place in a structure, somewhere in an object. */
struct place_in {
    int64_t constant;                 /* what is left of the offset: the constant, */
    int64_t coefficients[MOST_TERMS]; /*  and what varies */
    size_t count;
    int64_t stride, at; /* where structures of this kind begin; stride 0: one place */
    bool is_lost;       /* it is not known which member it is */
};

static bool start(struct place_in *place, const struct poly *offset)
{
    *place = (struct place_in){.is_lost = !offset};
    if (!offset)
        return false;
    for (size_t k = 0; k < offset->count; k++)
        if (offset->terms[k].degree)
            place->coefficients[place->count++] = offset->terms[k].coefficient;
        else
            place->constant = offset->terms[k].coefficient;
    return true;
}

static int64_t floor_modulo(int64_t value, int64_t divisor)
{
    int64_t rest = value % divisor;
    return rest < 0 ? rest + divisor : rest;
}

/* Into an element of SIZE bytes, one of many. */
static bool enter_element(struct place_in *place, int64_t size)
{
    size_t kept = 0;
    if (size <= 0) {
        place->is_lost = true;
        return false;
    }
    for (size_t k = 0; k < place->count; k++)
        if (place->coefficients[k] % size)
            place->coefficients[kept++] = place->coefficients[k];
    bool is_outer = place->stride == 0;
    bool varies = kept < place->count;
    int64_t rest = floor_modulo(place->constant, size);
    if (is_outer)
        place->stride = size;
    else if (varies)
        place->is_lost = true; /* which of them is not told by one stride */
    else
        place->at += place->constant - rest;
    place->count = kept;
    place->constant = rest;
    return true;
}

/* The member of RECORD at the place, if it owns memory. Unions may have several there: the first.
 */
static const struct owner *owner_at(const struct place_in *place, const struct type *record)
{
    const struct description *description = description_of(record);
    for (size_t k = 0; description && k < description->owners.count; k++) {
        const struct owner *owner = &description->owners.items[k];
        int64_t offset = owner_offset(owner);
        if (offset <= place->constant && place->constant < offset + owner->field->type->size)
            return owner;
    }
    return NULL;
}

/* From the object's type down to the member that owns memory. Afterwards stride and at say where
 * its structures, of type *RECORD, begin. NULL: there is none. */
static const struct owner *find_owner(struct place_in *place, const struct type *type,
                                      const struct type **record)
{
    while (type->kind == TYPE_ARRAY || type->kind == TYPE_RECORD) {
        if (type->kind == TYPE_ARRAY) {
            type = type->target;
            if (!enter_element(place, type->size))
                return NULL;
            continue;
        }
        *record = plain_record(type);
        const struct owner *owner = owner_at(place, type);
        if (!owner)
            return NULL;
        if (!owner->is_part)
            return place->is_lost ? NULL : owner;
        place->at += owner_offset(owner);
        place->constant -= owner_offset(owner);
        type = owner->field->type;
    }
    return NULL;
}

/* NULL: none that is described; and then the place may be lost. */
static const struct owner *owner_of(const struct access *write, struct place_in *place,
                                    const struct type **record)
{
    const struct object *object = write->object;
    bool is_memory = object->kind == OBJECT_VARIABLE || object->kind == OBJECT_POINTEE;
    if (!start(place, write->offset))
        return NULL;
    place->is_lost = !is_memory || object->is_punned || !object->type;
    if (place->is_lost)
        return NULL;
    if (object->kind == OBJECT_POINTEE && !enter_element(place, object->type->size))
        return NULL;
    return find_owner(place, object->type, record);
}

/* ---- what is written ----------------------------------------------------------------------- */

/* A whole block of the iteration's own. */
static bool is_block(const struct pointer *stored)
{
    int64_t offset;
    return stored->object->kind == OBJECT_OWN && stored->object->is_own_heap &&
           !stored->object->is_number && !stored->may_be_literal &&
           poly_is_constant(stored->offset, &offset) && offset == 0;
}

/* The member that WRITE stores a pointer in; without an owner: there is none that is described. */
static struct deep_member member_of(const struct access *write)
{
    struct place_in place;
    const struct type *record = NULL;
    bool is_pointer = write->is_write && write->type && write->type->kind == TYPE_POINTER;
    const struct owner *owner = is_pointer ? owner_of(write, &place, &record) : NULL;
    if (!owner)
        return (struct deep_member){0};
    return (struct deep_member){.stride = place.stride,
                                .at = place.at,
                                .description = description_of(record),
                                .owner = owner};
}

static bool holds_pointer(const struct type *type)
{
    if (type->kind == TYPE_ARRAY)
        return holds_pointer(type->target);
    for (size_t k = 0; type->kind == TYPE_RECORD && k < type->fields.count; k++)
        if (holds_pointer(type->fields.items[k]->type))
            return true;
    return type->kind == TYPE_POINTER;
}

/* Whether there are pointers in the blocks that OWNER leads to. */
static bool is_nested(const struct owner *owner)
{
    size_t levels = owner->levels + (owner->as != PACKED_PLAIN);
    return levels > 1 || holds_pointer(owner->target);
}

const char *deep_obstacle(const struct access *write)
{
    struct deep_member member = member_of(write);
    if (!member.owner)
        return "";
    if (member.owner->as == PACKED_NOT)
        return NULL;
    if (is_nested(member.owner))
        return "there are pointers in what it points to";
    if (!is_block(&write->stored))
        return "only the start of a block can be packed";
    if (write->stored.object->is_freed)
        return "the body may free it";
    return NULL;
}

/* ---- the plan ----------------------------------------------------------------------------- */

static bool is_same(const struct deep_member *a, const struct deep_member *b)
{
    return a->output == b->output && a->stride == b->stride && a->at == b->at &&
           a->owner == b->owner;
}

static bool is_planned(const struct loop *loop, const struct deep_member *member)
{
    for (size_t k = 0; k < loop->plan->deep.count; k++)
        if (is_same(&loop->plan->deep.items[k], member))
            return true;
    return false;
}

static void add_member(struct loop *loop, const struct deep_member *member)
{
    if (is_planned(loop, member))
        return;
    for (size_t k = 0; k < member->description->owners.count; k++) { /* a union may have several */
        struct deep_member other = *member;
        other.owner = &member->description->owners.items[k];
        if (owner_offset(other.owner) == owner_offset(member->owner))
            LIST_PUSH(loop->trace->arena, loop->plan->deep, other);
    }
    loop->is_trusted |= member->description->pragma != NULL;
}

bool deep_is_written(const struct loop *loop, const struct access *write, size_t output)
{
    struct deep_member member = member_of(write);
    member.output = output;
    return member.owner && is_planned(loop, &member);
}

/* Whether WRITE leaves something in its member that is not to be packed. */
static bool leaves_old(const struct access *write)
{
    const struct object *stored = write->stored.object;
    return !(stored && stored->is_null) && deep_obstacle(write) != NULL;
}

static bool is_number(const struct type *type)
{
    return type && (type->kind == TYPE_INTEGER || type->kind == TYPE_FLOATING);
}

/* Whether WRITE may leave an old pointer in a member that is packed. */
static bool mixes(const struct loop *loop, const struct access *write, size_t output)
{
    struct place_in place;
    const struct type *record;
    if (deep_is_written(loop, write, output))
        return leaves_old(write);
    if (is_number(write->type))
        return false;
    return write->type && write->type->kind == TYPE_POINTER
               ? !owner_of(write, &place, &record) && place.is_lost
               : true;
}

static void report_mixed(struct loop *loop, const struct access *write)
{
    const char *place =
        location_name(loop->trace->arena, write->object, write->offset, write->type);
    add_reason(
        loop, DIAG_POINTER_RESULT, &write->place, write->end,
        "'%s' is left with a pointer to memory from before the loop here, and elsewhere with "
        "one to memory that the body allocates",
        place);
}

bool plan_deep(struct loop *loop, const struct object *object, size_t output)
{
    const struct trace *trace = loop->trace;
    bool fine = true, is_deep = false;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *write = &trace->accesses.items[k];
        struct deep_member member = member_of(write);
        member.output = output;
        bool owns = write->object == object && member.owner && !leaves_old(write) &&
                    !write->stored.object->is_null;
        if (owns)
            add_member(loop, &member);
        is_deep |= owns;
    }
    for (size_t k = 0; k < trace->accesses.count && is_deep; k++) {
        const struct access *write = &trace->accesses.items[k];
        if (write->object != object || !write->is_write || !mixes(loop, write, output))
            continue;
        report_mixed(loop, write);
        fine = false;
    }
    return fine;
}
