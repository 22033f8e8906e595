/*
 * What the walk knows of variables at one point: a short list of bindings, copied where control
 * splits and joined where it meets. Only whole variables of integer or pointer type are bound; all
 * other memory is loaded anew each time.
 */
#include "walk.h"

#include "alias.h"
#include "own.h"

#include <string.h>

struct env env_copy(struct walker *walker, const struct env *env)
{
    struct env copy = *env;
    copy.bindings.items =
        arena_alloc(walker->arena, env->bindings.count * sizeof copy.bindings.items[0]);
    if (env->bindings.count)
        memcpy(copy.bindings.items, env->bindings.items,
               env->bindings.count * sizeof copy.bindings.items[0]);
    copy.bindings.room = env->bindings.count;
    return copy;
}

bool env_find(const struct env *env, const struct object *object, struct value *value)
{
    for (size_t k = 0; k < env->bindings.count; k++)
        if (env->bindings.items[k].object == object) {
            *value = env->bindings.items[k].value;
            return true;
        }
    return false;
}

static void bind(struct walker *walker, struct env *env, struct object *object, struct value value)
{
    for (size_t k = 0; k < env->bindings.count; k++)
        if (env->bindings.items[k].object == object) {
            env->bindings.items[k].value = value;
            return;
        }
    LIST_PUSH(walker->arena, env->bindings, ((struct binding){object, value, false}));
}

void env_set(struct walker *walker, struct object *object, struct value value)
{
    bind(walker, &walker->env, object, value);
}

void env_assign(struct walker *walker, struct object *object, struct value value)
{
    bind(walker, &walker->env, object, value);
    for (size_t k = 0; k < walker->env.bindings.count; k++)
        if (walker->env.bindings.items[k].object == object)
            walker->env.bindings.items[k].is_assigned = true;
}

bool env_is_assigned(const struct env *env, const struct object *object)
{
    for (size_t k = 0; k < env->bindings.count; k++)
        if (env->bindings.items[k].object == object)
            return env->bindings.items[k].is_assigned;
    return false;
}

void env_forget(struct walker *walker, const struct pointer *pointer)
{
    struct env *env = &walker->env;
    for (size_t k = 0; k < env->bindings.count; k++) {
        struct binding *binding = &env->bindings.items[k];
        if (!objects_may_overlap(walker->trace, pointer->object, binding->object))
            continue;
        bool stays_own = pointer->object->is_any && value_is_own(walker, &binding->value);
        binding->value = stays_own ? own_load(walker, binding->object->type, NULL)
                                   : value_unknown(walker, binding->object->type);
    }
}

bool value_equal(const struct value *a, const struct value *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == VALUE_INTEGER)
        return poly_equal(a->integer, b->integer);
    if (a->kind == VALUE_POINTER)
        return a->pointer.object == b->pointer.object &&
               a->pointer.may_be_null == b->pointer.may_be_null &&
               a->pointer.may_be_literal == b->pointer.may_be_literal &&
               poly_equal(a->pointer.offset, b->pointer.offset);
    return a->pointer.object == b->pointer.object;
}

/* An atom that has another value each time this point is reached. */
static const struct poly *opaque(struct walker *walker, struct type *type)
{
    struct atom *atom = trace_atom(walker->trace, ATOM_OPAQUE, type, NULL);
    atom->loop = walker->loop;
    return poly_atom(walker->arena, atom);
}

struct value value_unknown(struct walker *walker, struct type *type)
{
    if (type->kind == TYPE_INTEGER && type->size <= 8)
        return (struct value){.kind = VALUE_INTEGER, .integer = opaque(walker, type)};
    if (type->kind == TYPE_POINTER)
        return (struct value){.kind = VALUE_POINTER, .pointer = {.object = walker->unknown}};
    return (struct value){.kind = VALUE_OTHER};
}

static const struct poly *join_integers(struct walker *walker, const struct split *split,
                                        const struct poly *a, const struct poly *b,
                                        struct type *type)
{
    const struct poly *value = NULL;
    if (split)
        value = context_select(walker, split->outer, split->a, a, b, type);
    if (split && !value)
        value = context_select(walker, split->outer, split->b, b, a, type);
    return value ? value : opaque(walker, type);
}

static bool are_blocks(const struct walker *walker, const struct pointer *a,
                       const struct pointer *b)
{
    const struct value one = {.kind = VALUE_POINTER, .pointer = *a};
    const struct value two = {.kind = VALUE_POINTER, .pointer = *b};
    return value_is_block(walker, &one) && value_is_block(walker, &two);
}

/* A null pointer must not be followed, and a literal is never written and the same for all: neither
 * decides where a pointer points that may be something else. */
static struct value join_pointers(struct walker *walker, const struct split *split,
                                  const struct pointer *a, const struct pointer *b)
{
    struct value result = {.kind = VALUE_POINTER, .pointer = *a};
    bool null_a = a->object == walker->null, null_b = b->object == walker->null;
    bool literal_a = a->object == walker->literal, literal_b = b->object == walker->literal;
    bool is_same = a->object == b->object && poly_equal(a->offset, b->offset);
    if (null_a || literal_a)
        result.pointer = *b;
    else if (null_b || literal_b || is_same)
        ;
    else if (a->object == b->object)
        result.pointer =
            (struct pointer){.object = a->object,
                             .offset = join_integers(walker, split, a->offset, b->offset, NULL)};
    else if (value_is_own(walker, &(struct value){.kind = VALUE_POINTER, .pointer = *a}) &&
             value_is_own(walker, &(struct value){.kind = VALUE_POINTER, .pointer = *b}))
        result.pointer = own_anywhere(walker, are_blocks(walker, a, b)).pointer;
    else if (a->object == walker->unknown || b->object == walker->unknown ||
             a->object->kind == OBJECT_OWN || b->object->kind == OBJECT_OWN)
        result.pointer = (struct pointer){.object = walker->unknown};
    else
        result.pointer = (struct pointer){.object = walker->unknown_outer};
    result.pointer.may_be_null = null_a || null_b || a->may_be_null || b->may_be_null;
    result.pointer.may_be_literal =
        literal_a || literal_b || a->may_be_literal || b->may_be_literal;
    return result;
}

struct value value_join(struct walker *walker, const struct split *split, const struct value *a,
                        const struct value *b, struct type *type)
{
    if (value_equal(a, b))
        return *a;
    if (a->kind == VALUE_POINTER && b->kind == VALUE_POINTER)
        return join_pointers(walker, split, &a->pointer, &b->pointer);
    bool are_integers = a->kind == VALUE_INTEGER && b->kind == VALUE_INTEGER;
    if (are_integers && type->kind == TYPE_INTEGER && type->size <= 8)
        return (struct value){.kind = VALUE_INTEGER,
                              .integer =
                                  join_integers(walker, split, a->integer, b->integer, type)};
    return value_unknown(walker, type);
}

/* Variables that only one side has bound keep on the other what they had before; that is not at
 * hand here, so they become unknown, unless they are of this iteration's own. */
static void join_bindings(struct walker *walker, const struct split *split, struct env *into,
                          const struct env *other)
{
    for (size_t k = 0; k < into->bindings.count; k++) {
        struct binding *binding = &into->bindings.items[k];
        struct value value;
        binding->is_assigned &= env_is_assigned(other, binding->object);
        if (env_find(other, binding->object, &value))
            binding->value =
                value_join(walker, split, &binding->value, &value, binding->object->type);
        else if (binding->object->kind != OBJECT_OWN)
            binding->value = value_unknown(walker, binding->object->type);
    }
    for (size_t k = 0; k < other->bindings.count; k++) {
        const struct binding *binding = &other->bindings.items[k];
        struct value value;
        if (!env_find(into, binding->object, &value))
            bind(walker, into, binding->object,
                 binding->object->kind == OBJECT_OWN
                     ? binding->value
                     : value_unknown(walker, binding->object->type));
    }
}

static struct env join(struct walker *walker, const struct split *split, const struct env *a,
                       const struct env *b)
{
    if (a->state != ALIVE || b->state != ALIVE)
        return a->state == ALIVE || (a->state == DEAD_JUMP && b->state != ALIVE) ? *a : *b;
    struct env joined = env_copy(walker, a);
    join_bindings(walker, split, &joined, b);
    return joined;
}

struct env env_join(struct walker *walker, const struct env *a, const struct env *b)
{
    return join(walker, NULL, a, b);
}

void env_join_all(struct walker *walker, const struct env_list *list)
{
    for (size_t k = 0; k < list->list.count; k++)
        walker->env = env_join(walker, &walker->env, &list->list.items[k]);
}

void env_die(struct walker *walker, enum liveliness how)
{
    walker->env.state = how;
}

/*
 * A branch that ends in the context in which it started came through whole. One that ends in a
 * deeper context left part of its paths by a jump, and then what follows happens only sometimes. A
 * branch that ends the program says nothing about the iterations that matter.
 */
struct env env_join_branches(struct walker *walker, struct context *outer,
                             const struct branch *then, const struct branch *other)
{
    const struct split split = {outer, then->start, other->start};
    struct env joined = join(walker, &split, &then->env, &other->env);
    bool then_alive = then->env.state == ALIVE, other_alive = other->env.state == ALIVE;
    if (!then_alive && !other_alive)
        return joined;
    bool whole = (!then_alive || then->env.context == then->start) &&
                 (!other_alive || other->env.context == other->start);
    bool jumped = then->env.state == DEAD_JUMP || other->env.state == DEAD_JUMP;
    if (whole && !jumped)
        joined.context = outer;
    else if (then_alive && other_alive)
        joined.context = context_unknown(walker, outer);
    else
        joined.context = then_alive ? then->env.context : other->env.context;
    return joined;
}
