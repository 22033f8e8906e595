/*
 *     if (options)
 *         y[i * options->stride] = x[i];
 *
 * Guards and results are told before the loop, in terms of options->stride, where nobody has asked
 * yet whether there are options. What an iteration does without any condition is safe to do; before
 * all else the generated code asks whether the other pointers are null, and then the loop runs
 * serially, as it stands.
 */
#include "followed.h"

static bool is_same_memory(const struct object *a, const struct object *b)
{
    return a->kind == OBJECT_POINTEE && b->kind == OBJECT_POINTEE && a->pointer == b->pointer;
}

/* Whether every iteration follows the pointer to OBJECT whatever happens. */
static bool is_always_followed(const struct trace *trace, const struct object *object)
{
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (is_same_memory(access->object, object) && access->is_sure && !access->is_unordered &&
            access->context == trace->facts)
            return true;
    }
    return false;
}

/* Whether generated code may look at what lies there: a value that other places are told by, or one
 * that is folded. */
static bool is_looked_at(const struct trace *trace, const struct object *object)
{
    for (size_t k = 0; k < trace->atoms.count; k++) {
        const struct atom *atom = trace->atoms.items[k];
        if (atom->kind == ATOM_SYMBOL && atom->object && is_same_memory(atom->object, object))
            return true;
    }
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].update &&
            is_same_memory(trace->accesses.items[k].object, object))
            return true;
    return false;
}

void find_followed(struct loop *loop)
{
    struct trace *trace = loop->trace;
    for (size_t k = 0; k < trace->objects.count; k++) {
        const struct object *object = trace->objects.items[k];
        if (object->kind != OBJECT_POINTEE || object->is_part || !object->text ||
            is_always_followed(trace, object) || !is_looked_at(trace, object))
            continue;
        const char *text = arena_printf(trace->arena, "(%s) != 0", object->text);
        loop->reachable =
            loop->reachable ? arena_printf(trace->arena, "%s && %s", loop->reachable, text) : text;
    }
}
