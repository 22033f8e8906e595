/*
 * An iteration appends to an array when it writes the element that a counter numbers, and advances
 * the counter:
 *
 *     out[n++] = v;                list[n].key = k;
 *                                  list[n].value = v;
 *                                  n++;
 *
 * Each iteration needs the n of the one before, but for nothing else than where its results go. So
 * chunks append to copies that begin where the loop does, and the parent puts them one behind the
 * other. That is the serial run if
 *   - the counter is only ever advanced by one, and its value is used for subscripts of these
 *     writes alone. Each read of it in the trace is the operand of an increment or such a
 *     subscript; so no condition, value, address or bound depends on it;
 *   - the arrays are accessed by these writes alone;
 *   - whenever the counter advances, each part of the element that is ever written has been
 *     written in this iteration, for the bytes that are sent are those of the worker's copy, which
 *     holds at this place what another element was; and whatever is written is passed, for nothing
 *     else is sent (advance.c);
 *   - the counter does not wrap round in its type.
 * That array and counter are no other memory of the loop is asked with all other pairs of objects;
 * an array that iterations append to has for its section all that they could fill at most.
 */
#include "append.h"

#include "advance.h"
#include "assigned.h"
#include "depend.h"
#include "guard.h"
#include "render.h"

/* One write of an element. */
struct element_write {
    const struct access *access;
    const struct expr *subscript;
    const struct expr *increment; /* that passes the element */
    bool is_sure;                 /* it happens whenever that one does */
    struct append_part part;
};

struct counting {
    struct loop *loop;
    struct trace *trace;
    struct dependences *dependences;
    struct append_counter counter;
    struct use *use;
    struct increments increments;
    LIST_OF(struct append_array) arrays;
    LIST_OF(struct element_write) writes;
};

/* ---- problems ----------------------------------------------------------------------------- */

/* FORMAT names the counter. */
static bool fail(struct counting *counting, const struct object *array, const struct access *at,
                 const char *format)
{
    const struct append_counter *counter = &counting->counter;
    struct append_problem problem = {
        .array = array, .counter = counter->object, .place = at->place, .end = at->end};
    problem.message = arena_printf(counting->trace->arena, format, counter->text);
    LIST_PUSH(counting->trace->arena, counting->loop->appends->problems, problem);
    return false;
}

/* ---- the counter -------------------------------------------------------------------------- */

static bool is_in_clause(const struct loop *loop, const struct object *object)
{
    for (size_t k = 0; k < loop->pragma->clauses.count; k++) {
        const struct clause *clause = &loop->pragma->clauses.items[k];
        bool speaks = clause->kind == CLAUSE_PRIVATE || clause->kind == CLAUSE_LASTPRIVATE ||
                      clause->kind == CLAUSE_REDUCTION;
        for (size_t n = 0; speaks && n < clause->items.count; n++) {
            const struct expr *e = clause->items.items[n].base.expr;
            if (e && e->kind == EXPR_VAR && object->var == e->var)
                return true;
        }
    }
    return false;
}

static bool is_memory(const struct object *object)
{
    return object->kind == OBJECT_VARIABLE || object->kind == OBJECT_POINTEE;
}

static bool is_bit_field(const struct expr *e)
{
    return e->kind == EXPR_MEMBER && e->field->is_bit_field;
}

/* A pointer to the next free element; of other pointers it is not known where they point. */
static bool is_cursor(const struct append_counter *counter)
{
    return counter->type->kind == TYPE_POINTER;
}

static bool may_count(const struct object *object, const struct type *type)
{
    if (type && type->kind == TYPE_POINTER)
        return object->kind == OBJECT_VARIABLE && object->type->kind == TYPE_POINTER;
    return type && type->kind == TYPE_INTEGER && !type->is_bool && type->size <= 8;
}

/* ACCESS is an increment of a whole integer, or reads one, always at the same place. */
static bool suits_counter(struct counting *counting, const struct access *access)
{
    struct append_counter *counter = &counting->counter;
    const struct type *type = access->type;
    int64_t length;
    if (!may_count(access->object, type) || access->is_unordered ||
        !poly_is_invariant(access->offset) || !poly_is_constant(access->length, &length) ||
        length != type->size)
        return false;
    if (counter->type &&
        (!poly_equal(counter->offset, access->offset) || counter->type->kind != type->kind ||
         counter->type->size != type->size || counter->type->is_signed != type->is_signed))
        return false;
    counter->offset = access->offset;
    counter->type = access->type;
    if (!access->is_write)
        return true;
    if (!is_increment(access->expr) || is_bit_field(access->expr->args[0]))
        return false;
    if (!is_one_of(&counting->increments, access->expr))
        LIST_PUSH(counting->trace->arena, counting->increments.list, access->expr);
    return true;
}

static bool find_counter(struct counting *counting, struct use *use)
{
    struct trace *trace = counting->trace;
    counting->use = use;
    counting->counter.object = use->object;
    if (!use->is_written || !is_memory(use->object) || is_in_clause(counting->loop, use->object))
        return false;
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object == use->object &&
            !suits_counter(counting, &trace->accesses.items[k]))
            return false;
    counting->counter.text =
        location_text(trace->arena, use->object, counting->counter.offset, counting->counter.type);
    return counting->counter.text != NULL;
}

/* ---- the arrays --------------------------------------------------------------------------- */

/* The counter's access by E in the statement of WRITE. */
static const struct access *counter_access(const struct counting *counting, const struct expr *e,
                                           const struct access *write)
{
    const struct trace *trace = counting->trace;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->expr == e && access->object == counting->counter.object && !access->is_write &&
            access->call == write->call && access->order >= write->statement &&
            access->order < write->order)
            return access;
    }
    return NULL;
}

/* Where WRITE goes in the element with the number that the counter has before it is advanced. */
static bool find_part(const struct counting *counting, const struct access *write,
                      const struct access *number, int64_t stride, struct append_part *part)
{
    struct arena *arena = counting->trace->arena;
    const struct poly *start = number->value;
    if (!is_cursor(&counting->counter))
        start = poly_scale(arena, start, stride);
    part->offset = poly_subtract(arena, write->offset, start);
    return poly_is_invariant(part->offset) && poly_text(arena, part->offset) &&
           poly_is_constant(write->length, &part->length) && part->length > 0;
}

/* The statements among which ACCESS stands. */
static const struct stmt *body_of(const struct counting *counting, const struct access *access)
{
    return access->callee ? access->callee->body : counting->loop->body;
}

/* Whether the write happens as it stands: one value, to one place, by a statement of its own. */
static bool is_plain(const struct counting *counting, const struct access *write)
{
    struct expr *e = (struct expr *)write->expr;
    return write->is_sure && !write->is_unordered && e->op == OP_NONE &&
           !is_bit_field(e->args[0]) && !expr_contains(e, 1u << EXPR_BLOCK) &&
           is_statement(body_of(counting, write), e);
}

/* Whether something, perhaps in a function that is called, advances the counter between. */
static bool advances_between(const struct counting *counting, const struct access *write,
                             const struct access *increment)
{
    const struct trace *trace = counting->trace;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object == counting->counter.object && access->is_write &&
            access->order > write->order && access->order < increment->order)
            return true;
    }
    return false;
}

/* The increment behind WRITE, of this very counter. A callee may have turned to another one. */
static const struct expr *find_increment(const struct counting *counting,
                                         const struct access *write, bool *is_sure)
{
    const struct trace *trace = counting->trace;
    const struct expr *increment =
        next_increment(body_of(counting, write), write->expr, &counting->increments, is_sure);
    for (size_t k = 0; increment && k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->expr == increment && access->object == counting->counter.object &&
            access->call == write->call && access->is_write && access->order > write->order)
            return advances_between(counting, write, access) ? NULL : increment;
    }
    return NULL;
}

static bool add_write(struct counting *counting, struct append_array *array,
                      const struct access *access, const struct type *element,
                      const struct access *number)
{
    struct element_write write = {
        .access = access, .subscript = number->expr, .increment = number->expr, .is_sure = true};
    array->stride = array->stride ? array->stride : element->size;
    if (element->size <= 0 || array->stride != element->size || !is_plain(counting, access) ||
        !find_part(counting, access, number, element->size, &write.part))
        return fail(counting, array->object, access,
                    "this is not a statement that writes the element with the number '%s'");
    if (!is_one_of(&counting->increments, number->expr))
        write.increment = find_increment(counting, access, &write.is_sure);
    if (!write.increment)
        return fail(counting, array->object, access,
                    "'%s' does not surely advance behind this write");
    LIST_PUSH(counting->trace->arena, counting->writes, write);
    LIST_PUSH(counting->trace->arena, array->parts, write.part);
    return true;
}

/* The counter's read that ACCESS, a write, takes its subscript from; NULL: another one. */
static const struct access *number_of(const struct counting *counting, const struct access *access,
                                      const struct type **element)
{
    const struct expr *e = access->expr;
    if (!access->is_write || !e || (e->kind != EXPR_ASSIGN && e->kind != EXPR_STEP))
        return NULL;
    const struct expr *subscript = is_cursor(&counting->counter)
                                       ? pointer_of(e->args[0], element)
                                       : subscript_of(e->args[0], element);
    return subscript ? counter_access(counting, subscript, access) : NULL;
}

static bool uses_counter(const struct counting *counting, const struct object *object)
{
    const struct trace *trace = counting->trace;
    const struct type *element;
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object == object &&
            number_of(counting, &trace->accesses.items[k], &element))
            return true;
    return false;
}

static bool add_array(struct counting *counting, const struct object *object)
{
    const struct trace *trace = counting->trace;
    struct append_array array = {.object = object};
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        const struct type *element;
        if (access->object != object)
            continue;
        const struct access *number = number_of(counting, access, &element);
        if (!number)
            return fail(counting, object, access,
                        access->is_write ? "it is written here, too, and not at '%s'"
                                         : "it is read here, though '%s' only says where to write");
        if (!add_write(counting, &array, access, element, number))
            return false;
    }
    if (!object_address(trace->arena, object))
        return false;
    LIST_PUSH(trace->arena, counting->arrays, array);
    return true;
}

/* The object's kind is not asked for: nothing is appended to memory that is not known. */
static bool find_arrays(struct counting *counting)
{
    const struct dependences *dependences = counting->dependences;
    for (size_t k = 0; k < dependences->uses.count; k++) {
        const struct use *use = &dependences->uses.items[k];
        if (use->object == counting->counter.object || !uses_counter(counting, use->object))
            continue;
        if (!is_memory(use->object) || is_in_clause(counting->loop, use->object) ||
            !add_array(counting, use->object))
            return false;
    }
    return counting->arrays.count != 0;
}

/* ---- whole elements ----------------------------------------------------------------------- */

/* Whether what belongs to one element is no more than that. */
static bool fits_stride(struct trace *trace, struct append_array *array)
{
    const struct poly *base = array->parts.items[0].offset;
    int64_t low = 0, high = 0;
    for (size_t k = 0; k < array->parts.count; k++) {
        const struct append_part *part = &array->parts.items[k];
        int64_t at;
        if (!poly_constant_difference(part->offset, base, &at))
            return false;
        low = at < low ? at : low;
        high = at + part->length > high ? at + part->length : high;
    }
    array->low = poly_add(trace->arena, base, poly_constant(trace->arena, low));
    return high - low <= array->stride && array->low;
}

static bool covers(const struct append_part *whole, const struct append_part *part)
{
    int64_t at;
    return poly_constant_difference(part->offset, whole->offset, &at) && at >= 0 &&
           at + part->length <= whole->length;
}

/* Parts that lie in others are sent with them. */
static void drop_parts(struct append_array *array)
{
    for (size_t k = 0; k < array->parts.count;) {
        bool is_covered = false;
        for (size_t n = 0; n < array->parts.count && !is_covered; n++)
            is_covered = n != k && covers(&array->parts.items[n], &array->parts.items[k]);
        if (is_covered)
            array->parts.items[k] = array->parts.items[--array->parts.count];
        else
            k++;
    }
}

/* Whether INCREMENT finds PART of the element of OBJECT written. */
static bool is_filled(const struct counting *counting, const struct object *object,
                      const struct append_part *part, const struct access *increment)
{
    for (size_t k = 0; k < counting->writes.count; k++) {
        const struct element_write *write = &counting->writes.items[k];
        if (write->access->object == object && write->increment == increment->expr &&
            write->access->call == increment->call && write->is_sure && covers(&write->part, part))
            return true;
    }
    return false;
}

static bool check_increment(struct counting *counting, const struct append_array *array,
                            const struct access *increment)
{
    for (size_t k = 0; k < array->parts.count; k++)
        if (!is_filled(counting, array->object, &array->parts.items[k], increment))
            return fail(counting, array->object, increment,
                        "'%s' advances here, and what it passes is not surely written whole "
                        "before");
    return true;
}

static bool check_filled(struct counting *counting, struct append_array *array)
{
    const struct trace *trace = counting->trace;
    if (!fits_stride(counting->trace, array))
        return fail(counting, array->object, counting->writes.items[0].access,
                    "more than the element with the number '%s' is written");
    drop_parts(array);
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object == counting->counter.object && access->is_write &&
            !check_increment(counting, array, access))
            return false;
    }
    return true;
}

/* ---- the counter's uses ------------------------------------------------------------------- */

static bool is_subscript(const struct counting *counting, const struct expr *e)
{
    for (size_t k = 0; k < counting->writes.count; k++)
        if (counting->writes.items[k].subscript == e)
            return true;
    return false;
}

static bool check_uses(struct counting *counting)
{
    const struct trace *trace = counting->trace;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != counting->counter.object || is_subscript(counting, access->expr))
            continue;
        bool is_plain_step = is_one_of(&counting->increments, access->expr) &&
                             is_statement(body_of(counting, access), access->expr);
        if (!is_plain_step)
            return fail(counting, counting->arrays.items[0].object, access,
                        "'%s' is used here for something else");
    }
    return true;
}

/* ---- all together ------------------------------------------------------------------------- */

/* Nobody has followed the pointer to the counter before the loop does, which may do so sometimes.
 */
static void guard_pointer(struct counting *counting)
{
    struct append_counter *counter = &counting->counter;
    struct arena *arena = counting->trace->arena;
    const struct object *object = counter->object;
    counter->value = counter->text;
    if (object->kind != OBJECT_POINTEE)
        return;
    for (size_t k = 0; k < counting->trace->accesses.count; k++) {
        const struct access *access = &counting->trace->accesses.items[k];
        if (access->object->pointer == object->pointer && access->is_sure &&
            access->context == counting->trace->facts)
            return;
    }
    const char *condition = arena_printf(arena, "(size_t)(%s) != 0", object->text);
    add_guard(arena, counting->loop, arena_printf(arena, "%s is not null", object->text),
              condition);
    counter->value = arena_printf(arena, "(%s ? %s : 0)", condition, counter->text);
}

static bool check(struct counting *counting)
{
    for (size_t k = 0; k < counting->arrays.count; k++)
        if (!check_filled(counting, &counting->arrays.items[k]))
            return false;
    if (!check_uses(counting))
        return false;
    guard_pointer(counting);
    return append_fits(counting->loop, &counting->counter, counting->arrays.items,
                       counting->arrays.count) ||
           fail(counting, counting->arrays.items[0].object, counting->writes.items[0].access,
                "how far '%s' goes is not known, and in its type it may wrap round; count in int, "
                "long or size_t");
}

static void accept(struct counting *counting)
{
    struct arena *arena = counting->trace->arena;
    struct appends *appends = counting->loop->appends;
    counting->use->is_appended = true;
    for (size_t k = 0; k < counting->arrays.count; k++) {
        struct append_array *array = &counting->arrays.items[k];
        array->counter = appends->counters.count;
        find_use(counting->dependences, array->object)->is_appended = true;
        LIST_PUSH(arena, appends->arrays, *array);
    }
    LIST_PUSH(arena, appends->counters, counting->counter);
}

void find_appends(struct loop *loop, struct dependences *dependences)
{
    loop->appends = ARENA_NEW(loop->trace->arena, struct appends);
    for (size_t k = 0; k < dependences->uses.count; k++) {
        struct counting counting = {.loop = loop, .trace = loop->trace, .dependences = dependences};
        if (!find_counter(&counting, &dependences->uses.items[k]) || !find_arrays(&counting))
            continue;
        counting.counter.most = append_most(loop->trace, counting.counter.object);
        if (check(&counting))
            accept(&counting);
    }
}

const struct append_array *find_append_array(const struct loop *loop, const struct object *object)
{
    for (size_t k = 0; k < loop->appends->arrays.count; k++)
        if (loop->appends->arrays.items[k].object == object)
            return &loop->appends->arrays.items[k];
    return NULL;
}
