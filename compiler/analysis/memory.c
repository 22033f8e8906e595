/*
 * The walk's view of memory: which object a variable is, what a load yields, and the recording of
 * accesses. A load whose place is the same in all iterations yields a symbol, the value from before
 * the loop, as long as no write to that place was seen; the place is then a source. A load whose
 * place moves with the counters yields an ATOM_LOAD, as long as no write to the object was seen.
 * settle_sources at the end of a walk finds what was written after all.
 */
#include "walk.h"

#include "advance.h"
#include "alias.h"
#include "assigned.h"
#include "origin.h"
#include "own.h"
#include "render.h"
#include "rows.h"
#include "slots.h"

#include <string.h>

static struct object *new_object(struct walker *walker, enum object_kind kind, const char *name)
{
    struct object *object = ARENA_NEW(walker->arena, struct object);
    object->kind = kind;
    object->home = walker->trace->unit;
    object->name = name;
    object->id = (unsigned)walker->trace->objects.count;
    LIST_PUSH(walker->arena, walker->trace->objects, object);
    return object;
}

struct object *object_own(struct walker *walker, const char *name, bool is_heap)
{
    struct object *object = ARENA_NEW(walker->arena, struct object);
    object->kind = OBJECT_OWN;
    object->name = name;
    object->is_own_heap = is_heap;
    return object;
}

struct object *object_state(struct walker *walker, enum object_kind kind, const char *name)
{
    struct trace *trace = walker->trace;
    for (size_t k = 0; k < trace->objects.count; k++)
        if (trace->objects.items[k]->kind == kind && !strcmp(trace->objects.items[k]->name, name))
            return trace->objects.items[k];
    return new_object(walker, kind, name);
}

static struct object *outer_variable(struct walker *walker, struct var *var)
{
    struct trace *trace = walker->trace;
    for (size_t k = 0; k < trace->objects.count; k++)
        if (trace->objects.items[k]->kind == OBJECT_VARIABLE && trace->objects.items[k]->var == var)
            return trace->objects.items[k];
    struct object *object = new_object(walker, OBJECT_VARIABLE, var->name);
    object->var = var;
    object->type = var->type;
    object->place = var->place;
    object->text = var_text(walker->arena, walker->root_function, walker->root, var);
    return object;
}

struct object *declare_own(struct walker *walker, struct var *var)
{
    struct object *object = object_own(walker, var->name, false);
    object->var = var;
    object->type = var->type;
    for (size_t k = 0; k < walker->frame->locals.count; k++)
        if (walker->frame->locals.items[k].object->var == var) {
            walker->frame->locals.items[k].object = object;
            return object;
        }
    LIST_PUSH(walker->arena, walker->frame->locals, ((struct binding){.object = object}));
    return object;
}

/* The copy that a worker fills and keeps, as good as memory of the iteration's own. */
static struct object *lazy_variable(struct walker *walker, struct var *var)
{
    struct trace *trace = walker->trace;
    for (size_t k = 0; k < trace->lazy.count; k++)
        if (trace->lazy.items[k]->var == var)
            return trace->lazy.items[k];
    struct object *object = object_own(walker, var->name, false);
    object->var = var;
    object->type = var->type;
    LIST_PUSH(walker->arena, trace->lazy, object);
    return object;
}

struct object *object_of_var(struct walker *walker, struct var *var)
{
    if (walker->counter && walker->counter->var == var)
        return walker->counter;
    bool automatic = var->storage == STORAGE_LOCAL || var->storage == STORAGE_PARAMETER;
    if (var->is_lazy && !walker->root_function->fills_lazy)
        return lazy_variable(walker, var);
    if (!automatic)
        return outer_variable(walker, var);
    for (size_t k = 0; k < walker->frame->locals.count; k++)
        if (walker->frame->locals.items[k].object->var == var)
            return walker->frame->locals.items[k].object;
    if (var->function == walker->root_function && !walker->frame->caller)
        return outer_variable(walker, var);
    return declare_own(walker, var);
}

/* The object behind a pointer whose value is the symbol ATOM. */
static struct object *pointee(struct walker *walker, struct atom *atom, const struct source *source)
{
    struct trace *trace = walker->trace;
    for (size_t k = 0; k < trace->objects.count; k++)
        if (trace->objects.items[k]->kind == OBJECT_POINTEE &&
            trace->objects.items[k]->pointer == atom)
            return trace->objects.items[k];
    int64_t offset;
    bool is_var = source->object->kind == OBJECT_VARIABLE &&
                  poly_is_constant(source->offset, &offset) && offset == 0 &&
                  source->object->var->type->kind == TYPE_POINTER;
    const char *name = location_name(walker->arena, source->object, source->offset, source->type);
    struct object *object = new_object(walker, OBJECT_POINTEE, name);
    object->pointer = atom;
    object->pointer_var = is_var ? source->object->var : NULL;
    object->type = source->type->target;
    object->place = source->object->place;
    object->text = atom->text;
    object->is_punned = is_var && var_is_cast(trace->unit, source->object->var);
    object->is_fresh = is_var && var_is_fresh(trace->unit, source->object->var);
    return object;
}

static struct source *source_at(struct walker *walker, const struct pointer *at, struct type *type)
{
    for (size_t k = 0; k < walker->sources.count; k++) {
        struct source *source = &walker->sources.items[k];
        if (source->object == at->object && poly_equal(source->offset, at->offset) &&
            source->type == type)
            return source;
    }
    const char *text = location_text(walker->arena, at->object, at->offset, type);
    struct source source = {.object = at->object,
                            .offset = at->offset,
                            .size = type->size,
                            .type = type,
                            .symbol = trace_atom(walker->trace, ATOM_SYMBOL, type, text)};
    source.symbol->object = at->object;
    LIST_PUSH(walker->arena, walker->sources, source);
    return &walker->sources.items[walker->sources.count - 1];
}

static bool is_string_table(const struct walker *walker, const struct object *object)
{
    return object->kind == OBJECT_VARIABLE && holds_literals_only(walker->trace->unit, object->var);
}

/* The value of a pointer variable by its initializer, which is evaluated without a trace. */
static bool find_origin(struct walker *walker, const struct object *object, struct value *value)
{
    struct trace *trace = walker->trace;
    if (object->kind != OBJECT_VARIABLE || walker->frame->caller ||
        !origin_is_init(walker->root_function, walker->root, object->var))
        return false;
    size_t accesses = trace->accesses.count, own = walker->own_log.count;
    unsigned order = walker->order;
    *value = walk_value(walker, object->var->init);
    trace->accesses.count = accesses;
    walker->own_log.count = own;
    walker->order = order;
    return value->kind == VALUE_POINTER && value->pointer.offset &&
           value->pointer.object->kind != OBJECT_UNKNOWN;
}

/* Whether the place moves with the counters, and is the same whenever these are the same. */
static bool is_findable(const struct walker *walker, const struct pointer *at)
{
    return walker->trace->level_count && !poly_is_lost(at->offset) &&
           !poly_is_invariant(at->offset);
}

/* Where a pointer points that the loop does nothing with but advance it: some way behind where it
 * did before the loop. */
static bool find_cursor(struct walker *walker, const struct source *source, struct pointer *to)
{
    const struct var *var = source->object->kind == OBJECT_VARIABLE ? source->object->var : NULL;
    bool is_own = var && var->type->kind == TYPE_POINTER && !var->address_taken &&
                  (var->storage == STORAGE_LOCAL || var->storage == STORAGE_PARAMETER);
    if (!is_own || !walker->trace->level_count || !only_advances((struct stmt *)walker->root, var))
        return false;
    struct value way = value_unknown(walker, walker->integer_type);
    *to =
        (struct pointer){.object = pointee(walker, source->symbol, source), .offset = way.integer};
    return true;
}

/* What a load from outer memory yields. */
static struct value load_outer(struct walker *walker, const struct location *location,
                               const struct expr *e)
{
    const struct pointer *at = &location->pointer;
    struct type *type = location->type;
    bool is_integer = type->kind == TYPE_INTEGER && type->size <= 8 && !location->is_bit_field;
    bool is_pointer = type->kind == TYPE_POINTER;
    bool is_known = at->object->kind == OBJECT_VARIABLE || at->object->kind == OBJECT_POINTEE;
    struct pointer rows;
    struct value own;
    if (e && slot_load(walker, location, e, &own))
        return own;
    if (is_pointer && is_string_table(walker, at->object))
        return (struct value){.kind = VALUE_POINTER,
                              .pointer = {.object = walker->literal, .may_be_null = true}};
    if (is_known && (is_integer || is_pointer) && poly_is_invariant(at->offset)) {
        struct source *source = source_at(walker, at, type);
        struct value origin;
        if (is_pointer && find_origin(walker, at->object, &origin))
            return origin;
        if (!source->changes && is_integer)
            return (struct value){.kind = VALUE_INTEGER,
                                  .integer = poly_atom(walker->arena, source->symbol)};
        if (!source->changes) {
            struct pointer to = {.object = pointee(walker, source->symbol, source),
                                 .offset = poly_constant(walker->arena, 0)};
            return (struct value){.kind = VALUE_POINTER, .pointer = to};
        }
        struct pointer cursor;
        if (is_pointer && find_cursor(walker, source, &cursor))
            return (struct value){.kind = VALUE_POINTER, .pointer = cursor};
    }
    if (is_known && is_integer && is_findable(walker, at) && !at->object->is_changed) {
        at->object->is_loaded_from = true;
        return (struct value){.kind = VALUE_INTEGER,
                              .integer = trace_load(walker->trace, at->object, at->offset, type)};
    }
    if (is_known && is_pointer && is_findable(walker, at) &&
        rows_find(walker->trace, at, type, &rows))
        return (struct value){.kind = VALUE_POINTER, .pointer = rows};
    struct value value = value_unknown(walker, type);
    is_known |= at->object->kind == OBJECT_ROWS || at->object == walker->unknown_outer;
    if (!is_integer && is_known)
        value.pointer.object = walker->unknown_outer;
    return value;
}

static bool is_traced(const struct walker *walker, const struct object *object)
{
    return object->kind != OBJECT_OWN && object != walker->null;
}

static struct access *record(struct walker *walker, const struct pointer *at,
                             const struct poly *length, const struct expr *e)
{
    struct access access = {
        .object = at->object,
        .offset = rows_are_told(at) ? at->offset : NULL,
        .length = length,
        .is_sure = true,
        .is_unordered = walker->unordered,
        .update = walker->update,
        .context = walker->env.context,
        .order = walker->order++,
        .statement = walker->statement_order,
        .expr = e,
        .is_in_body = !walker->frame->caller,
        .callee = walker->frame->caller ? walker->frame->function : NULL,
        .call = walker->frame->number,
        .place = e->place,
        .end = e->end,
        .row = at->row,
    };
    LIST_PUSH(walker->arena, walker->trace->accesses, access);
    if (!at->object->place.line)
        at->object->place = e->place;
    return &walker->trace->accesses.items[walker->trace->accesses.count - 1];
}

/* A pointer that is cast before it is followed says nothing by its type. */
static void note_punning(const struct location *location)
{
    struct object *object = location->pointer.object;
    bool has_type = object->kind == OBJECT_POINTEE || object->kind == OBJECT_ROWS ||
                    object->kind == OBJECT_VARIABLE;
    if (has_type && !type_may_hold(object->type, location->type))
        object->is_punned = true;
}

/* The lvalue that E, an assignment or the lvalue itself, accesses. */
static const struct expr *accessed(const struct expr *e)
{
    return e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP ? e->args[0] : e;
}

/* A bit-field shares its bytes with its neighbours: storing it reads and may change them. */
static struct access *record_location(struct walker *walker, const struct location *location,
                                      bool is_write, const struct pointer *stored,
                                      const struct expr *e)
{
    if (!is_traced(walker, location->pointer.object)) {
        struct own_access own = {location->pointer.object, is_write};
        LIST_PUSH(walker->arena, walker->own_log, own);
        return NULL;
    }
    if (location->type->is_volatile || location->type->is_atomic)
        walk_reason(walker, DIAG_VOLATILE_ACCESS, e,
                    "others may use the %s object %s at any time, and a worker has only a copy of "
                    "it; use it outside of the loop",
                    location->type->is_volatile ? "volatile" : "atomic",
                    walk_quoted(walker, accessed(e), "here"));
    if (is_write && location->is_bit_field)
        record(walker, &location->pointer, location->size, e)->type = location->type;
    note_punning(location);
    struct access *access = record(walker, &location->pointer, location->size, e);
    access->is_write = is_write;
    access->type = location->type;
    if (location->is_bit_field && is_write)
        access->is_sure = true;
    if (stored)
        access->stored = *stored;
    return access;
}

static bool is_whole_variable(const struct location *location)
{
    const struct pointer *at = &location->pointer;
    int64_t offset;
    return at->object->var && poly_is_constant(at->offset, &offset) && offset == 0 &&
           !location->is_bit_field && location->type->size == at->object->var->type->size &&
           location->type->kind == at->object->var->type->kind &&
           (location->type->kind == TYPE_INTEGER || location->type->kind == TYPE_POINTER);
}

static bool is_first_character(const struct location *location)
{
    int64_t offset;
    return location->type->kind == TYPE_INTEGER && location->type->size == 1 &&
           poly_is_constant(location->pointer.offset, &offset) && offset == 0;
}

/* Characters make strings. */
static bool is_character(const struct type *type)
{
    return type->kind == TYPE_INTEGER && type->size == 1;
}

/* What is loaded once it is recorded. */
static struct value loaded_value(struct walker *walker, const struct location *location,
                                 const struct expr *at)
{
    struct value value;
    if (is_whole_variable(location) && env_find(&walker->env, location->pointer.object, &value))
        return value;
    if (is_traced(walker, location->pointer.object))
        return load_outer(walker, location, at);
    walker->own_loads++;
    const struct var *var = location->pointer.object->var;
    if (var && var->is_lazy) /* it may have been filled before the iteration */
        return value_unknown(walker, location->type);
    return own_load(walker, location->type, at);
}

static const struct poly *number_in(const struct value *value)
{
    if (value->kind == VALUE_POINTER)
        return value->pointer.offset;
    return value->kind == VALUE_INTEGER ? value->integer : NULL;
}

struct value load(struct walker *walker, const struct location *location, const struct expr *at)
{
    struct access *access = record_location(walker, location, false, NULL, at);
    const size_t number = walker->trace->accesses.count;
    if (access && (is_whole_variable(location) || is_first_character(location)))
        access->is_covered =
            !walker->unordered && env_is_assigned(&walker->env, location->pointer.object);
    struct value value = loaded_value(walker, location, at);
    if (access)
        walker->trace->accesses.items[number - 1].value = number_in(&value);
    return value;
}

/* Whether what is stored can be loaded through memory, not only by the name of a variable. */
static bool is_own_memory(const struct location *location)
{
    const struct object *object = location->pointer.object;
    return object->kind == OBJECT_OWN && type_holds_pointer(location->type) &&
           !(is_whole_variable(location) && !object->var->address_taken);
}

void store(struct walker *walker, const struct location *location, const struct value *value,
           const struct expr *at)
{
    struct pointer stored = {0};
    if (type_holds_pointer(location->type)) {
        stored = value->pointer;
        if (!stored.object)
            stored.object = walker->unknown;
    }
    if (value->kind != VALUE_INTEGER || !poly_is_invariant(value->integer))
        location->pointer.object->is_varied = true;
    struct access *access = record_location(walker, location, true, &stored, at);
    if (access)
        access->value = number_in(value);
    if (is_own_memory(location))
        own_store(walker, location->type, own_field(accessed(at)), value);
    if (is_whole_variable(location)) {
        /* Whatever else may point to this variable is a load from memory, never a binding. */
        env_assign(walker, location->pointer.object, *value);
        return;
    }
    env_forget(walker, &location->pointer);
}

void touch(struct walker *walker, const struct pointer *pointer, const struct poly *length,
           bool is_write, bool is_sure, bool is_string, const struct expr *at)
{
    if (is_write)
        env_forget(walker, pointer);
    if (!is_traced(walker, pointer->object))
        return;
    int64_t offset;
    const struct type *type = pointer->object->type;
    bool is_buffer = is_string && pointer->object->kind == OBJECT_VARIABLE &&
                     type->kind == TYPE_ARRAY && is_character(type->target) &&
                     poly_is_constant(pointer->offset, &offset) && offset == 0;
    if (is_buffer && is_write && is_sure)
        env_assign(walker, pointer->object, (struct value){0});
    struct access *access = record(walker, pointer, length, at);
    access->is_covered = is_string && !is_write && !walker->unordered &&
                         (is_buffer || poly_is_opaque(pointer->offset)) &&
                         env_is_assigned(&walker->env, pointer->object);
    access->is_write = is_write;
    access->is_sure = is_sure;
    access->is_string = is_string;
    if (is_write && !is_string && pointer->object->type &&
        type_holds_pointer(pointer->object->type))
        access->stored.object = walker->unknown;
}

const struct poly *peek(struct walker *walker, struct var *var)
{
    struct object *object = object_of_var(walker, var);
    struct value value;
    struct location location = {
        .pointer = {.object = object, .offset = poly_constant(walker->arena, 0)},
        .type = var->type};
    if (!env_find(&walker->env, object, &value))
        value = is_traced(walker, object) ? load_outer(walker, &location, NULL)
                                          : value_unknown(walker, var->type);
    return value.kind == VALUE_INTEGER ? value.integer : NULL;
}

const struct poly *size_poly(struct walker *walker, const struct type *type)
{
    if (type->size >= 0)
        return poly_constant(walker->arena, type->size);
    if (type->kind != TYPE_ARRAY || !type->extent)
        return NULL;
    return poly_multiply(walker->arena, extent_value(walker, type->extent),
                         size_poly(walker, type->target));
}

const struct poly *extent_value(struct walker *walker, const struct expr *extent)
{
    switch (extent->kind) {
    case EXPR_INT:
        return poly_constant(walker->arena, extent->value);
    case EXPR_CAST:
        return type_includes(extent->type, extent->args[0]->type)
                   ? extent_value(walker, extent->args[0])
                   : NULL;
    case EXPR_BINARY:
        break;
    case EXPR_VAR:
        return var_is_assigned_once(extent->var) ? peek(walker, extent->var) : NULL;
    default:
        return NULL;
    }
    const struct poly *left = extent_value(walker, extent->args[0]);
    const struct poly *right = extent_value(walker, extent->args[1]);
    if (extent->op == OP_ADD)
        return poly_add(walker->arena, left, right);
    if (extent->op == OP_SUB)
        return poly_subtract(walker->arena, left, right);
    return extent->op == OP_MUL ? poly_multiply(walker->arena, left, right) : NULL;
}

struct lesson *lesson_of(struct walker *walker, const struct stmt *stmt)
{
    for (size_t k = 0; k < walker->lessons.count; k++)
        if (walker->lessons.items[k]->stmt == stmt)
            return walker->lessons.items[k];
    struct lesson *lesson = ARENA_NEW(walker->arena, struct lesson);
    lesson->stmt = stmt;
    LIST_PUSH(walker->arena, walker->lessons, lesson);
    return lesson;
}

/* Whether a write reaches the memory that a source stands for. */
static bool is_written(struct walker *walker, const struct source *source)
{
    struct trace *trace = walker->trace;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        bool misses =
            access->object == source->object && access_misses(access, source->offset, source->size);
        if (access->is_write && !misses &&
            objects_may_overlap(trace, access->object, source->object))
            return true;
    }
    return false;
}

/* Other iterations read other places, so all of the object counts. */
static bool is_touched(struct walker *walker, const struct object *object)
{
    struct trace *trace = walker->trace;
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].is_write &&
            objects_may_overlap(trace, trace->accesses.items[k].object, object))
            return true;
    return false;
}

static void settle_loads(struct walker *walker)
{
    for (size_t k = 0; k < walker->trace->objects.count; k++) {
        struct object *object = walker->trace->objects.items[k];
        if (object->is_changed)
            continue;
        if (object->kind == OBJECT_ROWS ? rows_move(walker->trace, object)
                                        : object->is_loaded_from && is_touched(walker, object))
            object->is_changed = walker->again = true;
    }
}

void settle_sources(struct walker *walker)
{
    settle_loads(walker);
    settle_slots(walker);
    for (size_t k = 0; k < walker->sources.count; k++) {
        struct source *source = &walker->sources.items[k];
        if (!source->changes && is_written(walker, source))
            source->changes = walker->again = true;
    }
}
