/*
 * For each object in turn: the intervals of its accesses are merged where they overlap; if more
 * than one is left, each becomes a part, and its accesses move to it. Offsets stay relative to the
 * whole object, so that names and addresses are made as before.
 */
#include "split.h"

#include "render.h"

enum { MAX_PARTS = 64 };

struct part {
    int64_t first, end;
    struct object *object;
};

struct parts {
    size_t count;
    struct part items[MAX_PARTS];
};

static bool constant_range(const struct access *access, int64_t *first, int64_t *end)
{
    int64_t length;
    if (!poly_is_constant(access->offset, first) || !poly_is_constant(access->length, &length) ||
        length <= 0)
        return false;
    *end = *first + length;
    return true;
}

/* Adds [first, end), swallowing every part that it overlaps. */
static bool add_range(struct parts *parts, int64_t first, int64_t end)
{
    for (size_t k = 0; k < parts->count;) {
        const struct part *part = &parts->items[k];
        if (end <= part->first || part->end <= first) {
            k++;
            continue;
        }
        first = part->first < first ? part->first : first;
        end = part->end > end ? part->end : end;
        parts->items[k] = parts->items[--parts->count];
        k = 0;
    }
    if (parts->count == MAX_PARTS)
        return false;
    parts->items[parts->count++] = (struct part){.first = first, .end = end};
    return true;
}

/* Those of the body, and then those of the expression of an 'after' clause. */
static struct access *access_at(const struct trace *trace, size_t index)
{
    const size_t count = trace->accesses.count;
    return index < count ? &trace->accesses.items[index] : &trace->after.items[index - count];
}

static size_t count_accesses(const struct trace *trace)
{
    return trace->accesses.count + trace->after.count;
}

static bool find_parts(const struct trace *trace, const struct object *object, struct parts *parts)
{
    parts->count = 0;
    for (size_t k = 0; k < count_accesses(trace); k++) {
        const struct access *access = access_at(trace, k);
        int64_t first, end;
        if (access->object == object &&
            (!constant_range(access, &first, &end) || !add_range(parts, first, end)))
            return false;
    }
    return parts->count > 1;
}

static struct object *new_part(struct trace *trace, const struct object *whole,
                               const struct access *access)
{
    struct object *object = ARENA_NEW(trace->arena, struct object);
    *object = *whole;
    object->id = (unsigned)trace->objects.count;
    object->is_part = true;
    object->whole = whole->name;
    object->is_always_written = false;
    object->name = location_name(trace->arena, whole, access->offset, access->type);
    LIST_PUSH(trace->arena, trace->objects, object);
    return object;
}

static void move_access(struct trace *trace, struct parts *parts, struct access *access)
{
    int64_t first, end;
    if (!constant_range(access, &first, &end))
        return;
    for (size_t k = 0; k < parts->count; k++) {
        struct part *part = &parts->items[k];
        if (first < part->first || end > part->end)
            continue;
        if (!part->object)
            part->object = new_part(trace, access->object, access);
        access->object = part->object;
        return;
    }
}

void split_objects(struct trace *trace)
{
    const size_t count = trace->objects.count;
    struct parts parts;
    for (size_t k = 0; k < count; k++) {
        struct object *object = trace->objects.items[k];
        bool is_memory = object->kind == OBJECT_VARIABLE || object->kind == OBJECT_POINTEE;
        if (!is_memory || !find_parts(trace, object, &parts))
            continue;
        for (size_t a = 0; a < count_accesses(trace); a++)
            if (access_at(trace, a)->object == object)
                move_access(trace, &parts, access_at(trace, a));
    }
}
