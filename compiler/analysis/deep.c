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

#include "own.h"
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

/* What an array is made of in the end: its elements lie at every multiple of their size. */
static const struct type *innermost(const struct type *type)
{
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    return type;
}

/* The member of RECORD at the place. */
static const struct field *field_at(const struct place_in *place, const struct type *record)
{
    for (size_t k = 0; k < record->fields.count && !record->is_union; k++) {
        const struct field *field = record->fields.items[k];
        int64_t offset = field->offset / 8;
        if (offset <= place->constant && place->constant < offset + field->type->size)
            return field;
    }
    return NULL;
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
            type = innermost(type);
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
    const struct description *description = description_of_pointer(type);
    place->is_lost |= place->count > 0 || place->constant > 0;
    if (!description || !description->owners.count || place->is_lost)
        return NULL;
    *record = description->record;
    return &description->owners.items[0];
}

/* Into the object that WRITE writes to. False: nothing can be told. */
static bool enter_object(const struct access *write, struct place_in *place)
{
    const struct object *object = write->object;
    bool is_memory = object->kind == OBJECT_VARIABLE || object->kind == OBJECT_POINTEE;
    if (!start(place, write->offset))
        return false;
    place->is_lost = !is_memory || object->is_punned || !object->type;
    return !place->is_lost &&
           (object->kind == OBJECT_VARIABLE || enter_element(place, innermost(object->type)->size));
}

/* What enter_object leads into. */
static const struct type *entered_type(const struct object *object)
{
    return object->kind == OBJECT_VARIABLE ? object->type : innermost(object->type);
}

/* NULL: none that is described; and then the place may be lost. */
static const struct owner *owner_of(const struct access *write, struct place_in *place,
                                    const struct type **record)
{
    return enter_object(write, place) ? find_owner(place, entered_type(write->object), record)
                                      : NULL;
}

/* Whether the structure that WRITE writes whole is one of those at PLACE. */
static bool find_record(const struct access *write, struct place_in *place)
{
    const struct type *wanted = plain_record(write->type);
    if (!enter_object(write, place))
        return false;
    const struct type *type = entered_type(write->object);
    while (type->kind != TYPE_RECORD || plain_record(type) != wanted) {
        const struct field *field = type->kind == TYPE_RECORD ? field_at(place, type) : NULL;
        if (type->kind == TYPE_ARRAY) {
            type = innermost(type);
            if (!enter_element(place, type->size))
                return false;
        } else if (field) {
            place->at += field->offset / 8;
            place->constant -= field->offset / 8;
            type = field->type;
        } else {
            return false;
        }
    }
    return !place->is_lost && place->constant == 0 && place->count == 0;
}

/* ---- what lies in the blocks ---------------------------------------------------------------- */

struct contents {
    const struct trace *trace;
    LIST_OF(const struct type *) seen; /* records that were looked at */
    const char *obstacle;
};

static void look_into(struct contents *contents, const struct type *type);

/* Pointers in the iteration's blocks in which HELD may lie are packed. */
static void check_packed(struct contents *contents, unsigned held)
{
    if (held & OWN_FREED)
        contents->obstacle = "the body may free it";
    else if (held & ~(unsigned)OWN_BLOCK)
        contents->obstacle =
            "something else than the start of a block that the body allocates may be "
            "stored in such a pointer";
}

/* They are left as they are. */
static void check_kept(struct contents *contents, unsigned held)
{
    if (held & (OWN_BLOCK | OWN_INSIDE))
        contents->obstacle = "it leads to pointers to memory that the body allocates, and which of "
                             "their members they are, and how long, is not described";
}

/* The pointers behind those that OWNER's member itself holds. */
static void look_behind(struct contents *contents, const struct owner *owner)
{
    const struct type *type = element_of(owner->field->type)->target;
    size_t levels = owner->levels + (owner->as != PACKED_PLAIN);
    for (size_t k = 1; k < levels; k++, type = type->target)
        check_packed(contents, own_holds(contents->trace, type->target, &own_element));
    look_into(contents, owner->target);
}

/* What may lie in the pointers of TYPE that FIELD, perhaps of a union, is or has as elements. */
static unsigned held_in(const struct contents *contents, const struct type *type,
                        const struct field *field, const struct field *of_union)
{
    return of_union || field->record->is_union ? own_union_holds(contents->trace, field->record)
                                               : own_holds(contents->trace, type->target, field);
}

/* FIELD of a structure with DESCRIPTION, or of OF_UNION in it. */
static void look_at_member(struct contents *contents, const struct description *description,
                           const struct field *field, const struct field *of_union)
{
    const struct type *type = element_of(field->type);
    bool is_described_union = false;
    for (size_t k = 0; description && k < description->owners.count; k++) {
        const struct owner *owner = &description->owners.items[k];
        is_described_union |= owner->of_union == field;
        if (owner->field != field || owner->of_union != of_union)
            continue;
        if (owner->is_part)
            look_into(contents, owner->record);
        if (owner->is_part || owner->as == PACKED_NOT)
            return;
        check_packed(contents, held_in(contents, type, field, of_union));
        look_behind(contents, owner);
        return;
    }
    if (type->kind == TYPE_POINTER)
        check_kept(contents, held_in(contents, type, field, of_union));
    else if (!is_described_union)
        look_into(contents, type);
    for (size_t k = 0; is_described_union && k < type->fields.count; k++)
        look_at_member(contents, description, type->fields.items[k], field);
}

/* Whether everything that pointers in a TYPE lead to can be brought home, or stays as it is. */
static void look_into(struct contents *contents, const struct type *type)
{
    type = element_of(type);
    if (type->kind != TYPE_RECORD)
        return;
    type = plain_record(type);
    for (size_t k = 0; k < contents->seen.count; k++)
        if (contents->seen.items[k] == type)
            return;
    LIST_PUSH(contents->trace->arena, contents->seen, type);
    for (size_t k = 0; k < type->fields.count && !contents->obstacle; k++)
        look_at_member(contents, description_of(type), type->fields.items[k], NULL);
}

/* ---- what is written ----------------------------------------------------------------------- */

/* A member that WRITE, of a pointer, stores it in; or the structure that WRITE copies. */
struct target {
    struct place_in place;
    const struct owner *owner; /* NULL: */
    const struct type *record; /*  a whole one of these is written; NULL: neither is known */
};

static struct target target_of(const struct access *write)
{
    struct target target = {0};
    const struct type *record = NULL;
    if (!write->is_write || !write->type)
        return target;
    if (write->type->kind == TYPE_RECORD && find_record(write, &target.place))
        target.record = plain_record(write->type);
    if (write->type->kind == TYPE_POINTER)
        target.owner = owner_of(write, &target.place, &record);
    if (target.owner)
        target.record = record;
    return target;
}

/* A whole block of the iteration's own. */
static bool is_block(const struct pointer *stored)
{
    int64_t offset;
    return stored->object->kind == OBJECT_OWN && stored->object->is_own_heap &&
           !stored->object->is_stream && !stored->may_be_literal &&
           poly_is_constant(stored->offset, &offset) && offset == 0;
}

const char *deep_obstacle(const struct loop *loop, const struct access *write)
{
    struct contents contents = {.trace = loop->trace};
    struct target target = target_of(write);
    if (!target.record || !write->stored.object || (!target.owner && !write->stored.object->is_any))
        return "";
    if (!target.owner) {
        look_into(&contents, target.record);
        return contents.obstacle;
    }
    if (target.owner->as == PACKED_NOT)
        return NULL;
    if (!is_block(&write->stored))
        return "only the start of a block can be packed";
    bool is_freed = write->stored.object->is_freed && !write->stored.object->is_any;
    const struct type *pointed = element_of(target.owner->field->type)->target;
    if (is_freed || (own_holds(loop->trace, pointed, NULL) & OWN_FREED))
        return "the body may free it";
    look_behind(&contents, target.owner);
    return contents.obstacle;
}

/* ---- the plan ----------------------------------------------------------------------------- */

static bool is_planned(const struct loop *loop, size_t output, const struct owner *owner)
{
    for (size_t k = 0; k < loop->plan->deep.count; k++)
        if (loop->plan->deep.items[k].output == output && loop->plan->deep.items[k].owner == owner)
            return true;
    return false;
}

/* Whether TARGET reaches OWNER: a pointer that begins where that does, for a union may have several
 * there; or a whole structure, in the copies of which the iteration has ever put such memory. */
static bool reaches(const struct loop *loop, const struct target *target, const struct owner *owner)
{
    if (target->owner)
        return owner_offset(target->owner) == owner_offset(owner);
    if (owner->is_part || owner->as == PACKED_NOT)
        return true;
    const struct type *type = element_of(owner->field->type);
    const struct contents contents = {.trace = loop->trace};
    return held_in(&contents, type, owner->field, owner->of_union) & OWN_BLOCK;
}

static bool is_added(const struct loop *loop, const struct deep_member *member)
{
    for (size_t k = 0; k < loop->plan->deep.count; k++) {
        const struct deep_member *other = &loop->plan->deep.items[k];
        if (other->output == member->output && other->stride == member->stride &&
            other->at == member->at && other->owner == member->owner)
            return true;
    }
    return false;
}

/* The members of OUTPUT's structures that TARGET reaches. */
static void add_members(struct loop *loop, size_t output, const struct target *target)
{
    const struct description *description = description_of(target->record);
    struct deep_member member = {.output = output,
                                 .stride = target->place.stride,
                                 .at = target->place.at,
                                 .description = description};
    for (size_t k = 0; description && k < description->owners.count; k++) {
        member.owner = &description->owners.items[k];
        if (!reaches(loop, target, member.owner))
            continue;
        if (!is_added(loop, &member))
            LIST_PUSH(loop->trace->arena, loop->plan->deep, member);
        loop->is_trusted |= description->is_promise;
    }
}

bool deep_is_written(const struct loop *loop, const struct access *write, size_t output)
{
    struct target target = target_of(write);
    const struct description *description = target.record ? description_of(target.record) : NULL;
    if (target.owner)
        return is_planned(loop, output, target.owner);
    for (size_t k = 0; description && k < description->owners.count; k++)
        if (is_planned(loop, output, &description->owners.items[k]))
            return true;
    return false;
}

/* Whether WRITE leaves a block of the iteration's own, or a structure with such. */
static bool leaves_own(const struct loop *loop, const struct access *write)
{
    const struct object *stored = write->stored.object;
    return stored && !stored->is_null && !deep_obstacle(loop, write);
}

static bool is_number(const struct type *type)
{
    return type && (type->kind == TYPE_INTEGER || type->kind == TYPE_FLOATING);
}

/* Whether WRITE may leave an old pointer in a member that is packed: anything that is not known to
 * leave something else. */
static bool mixes(const struct loop *loop, const struct access *write)
{
    struct target target = target_of(write);
    const struct object *stored = write->stored.object;
    if (is_number(write->type) || (stored && stored->is_null) || leaves_own(loop, write))
        return false;
    if (write->type && write->type->kind == TYPE_POINTER)
        return target.owner || target.place.is_lost;
    return !write->type || type_holds_pointer(write->type);
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
    size_t known = loop->plan->deep.count;
    bool fine = true;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *write = &trace->accesses.items[k];
        struct target target = target_of(write);
        if (write->object == object && target.record && leaves_own(loop, write))
            add_members(loop, output, &target);
    }
    for (size_t k = 0; k < trace->accesses.count && loop->plan->deep.count > known; k++) {
        const struct access *write = &trace->accesses.items[k];
        if (write->object != object || !write->is_write || !mixes(loop, write))
            continue;
        report_mixed(loop, write);
        fine = false;
    }
    return fine;
}
