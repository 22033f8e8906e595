/*
 * A slot is a place for a pointer in memory from before the iteration. When the iteration has
 * surely written it on every path to a load, what is loaded is what one of its own writes has left
 * there; if all of them leave pointers to its own memory, it is one of these.
 *
 * As with sources (walk.h) a slot is taken to be such a one until a whole walk has shown what else
 * is written there: a write may stand behind the load, in a loop around both.
 */
#include "slots.h"

#include "alias.h"
#include "own.h"

/* The slots that AT loads, in the object of LOCATION. */
static size_t slot_of(struct walker *walker, const struct location *location, const struct expr *at)
{
    const struct object *object = location->pointer.object;
    for (size_t k = 0; k < walker->slots.count; k++)
        if (walker->slots.items[k].object == object && walker->slots.items[k].at == at)
            return k;
    LIST_PUSH(walker->arena, walker->slots, ((struct slot){.object = object, .at = at}));
    return walker->slots.count - 1;
}

static bool is_pointer(const struct type *type)
{
    return type && type->kind == TYPE_POINTER;
}

/* Whether the walk comes to where it is through CONTEXT alone. */
static bool is_around(const struct walker *walker, const struct context *context)
{
    const struct context *link = walker->env.context;
    while (link && link != context)
        link = link->outer;
    return link == context;
}

static bool is_written(const struct walker *walker, const struct pointer *slot)
{
    const struct trace *trace = walker->trace;
    for (size_t k = trace->accesses.count; k-- > 0;) {
        const struct access *access = &trace->accesses.items[k];
        if (access->is_write && access->object == slot->object && access->is_sure &&
            !access->is_unordered && is_pointer(access->type) &&
            poly_equal(access->offset, slot->offset) && is_around(walker, access->context))
            return true;
    }
    return false;
}

bool slot_load(struct walker *walker, const struct location *location, const struct expr *at,
               struct value *value)
{
    const struct object *object = location->pointer.object;
    bool is_memory = object->kind == OBJECT_VARIABLE || object->kind == OBJECT_POINTEE;
    if (!is_memory || !is_pointer(location->type) || walker->unordered ||
        poly_is_lost(location->pointer.offset) || !is_written(walker, &location->pointer))
        return false;
    struct slot_visit visit = {slot_of(walker, location, at), location->pointer.offset};
    const struct slot *slot = &walker->slots.items[visit.slot];
    LIST_PUSH(walker->arena, walker->slot_visits, visit);
    if (slot->held & OWN_OUTER)
        return false;
    *value = own_anywhere(walker, !(slot->held & OWN_INSIDE));
    value->pointer.may_be_literal = (slot->held & OWN_LITERAL) != 0;
    return true;
}

/* What a write that may reach the slot may leave there, of enum own_held. */
static unsigned left_by(const struct walker *walker, const struct slot *slot,
                        const struct poly *offset, const struct access *write)
{
    const struct value stored = {.kind = VALUE_POINTER, .pointer = write->stored};
    bool is_same = write->object == slot->object && poly_equal(write->offset, offset);
    if (!is_same || !is_pointer(write->type) || !write->stored.object)
        return OWN_OUTER;
    return own_kind(walker, &stored);
}

static unsigned left_by_all(const struct walker *walker, const struct slot *slot,
                            const struct poly *offset)
{
    struct trace *trace = walker->trace;
    unsigned held = 0;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *write = &trace->accesses.items[k];
        bool misses =
            write->object == slot->object && access_misses(write, offset, slot->at->type->size);
        if (write->is_write && !misses && objects_may_overlap(trace, write->object, slot->object))
            held |= left_by(walker, slot, offset, write);
    }
    return held;
}

void settle_slots(struct walker *walker)
{
    for (size_t k = 0; k < walker->slot_visits.count; k++) {
        const struct slot_visit *visit = &walker->slot_visits.items[k];
        struct slot *slot = &walker->slots.items[visit->slot];
        unsigned held = slot->held & OWN_OUTER ? 0 : left_by_all(walker, slot, visit->offset);
        walker->again |= (held & ~slot->held & ~(unsigned)OWN_BLOCK) != 0;
        slot->held |= held;
    }
}
