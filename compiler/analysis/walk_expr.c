/*
 * Expressions: each yields a value and leaves its accesses in the trace, in the order in which C
 * evaluates them where it says so. What operators make of integers is in arithmetic.c.
 */
#include "alias.h"
#include "best.h"
#include "own.h"
#include "relation.h"
#include "walk.h"

#include <string.h>

enum { MAX_STEPS = 400000, MAX_DEPTH = 2000 };

static const struct value no_value = {.kind = VALUE_OTHER};

static struct value pointer_value(struct pointer pointer)
{
    return (struct value){.kind = VALUE_POINTER, .pointer = pointer};
}

/* ---- order of evaluation ------------------------------------------------------------------ */

struct operand operand_begin(const struct walker *walker)
{
    return (struct operand){walker->trace->accesses.count, walker->own_log.count};
}

static bool own_accesses_meet(const struct walker *walker, const struct operand *first,
                              const struct operand *second)
{
    for (size_t a = first->own; a < second->own; a++)
        for (size_t b = second->own; b < walker->own_log.count; b++) {
            const struct own_access *one = &walker->own_log.items[a];
            const struct own_access *two = &walker->own_log.items[b];
            if ((one->is_write || two->is_write) &&
                objects_may_overlap(walker->trace, one->object, two->object))
                return true;
        }
    return false;
}

static bool traced_accesses_meet(const struct walker *walker, const struct operand *first,
                                 const struct operand *second)
{
    struct trace *trace = walker->trace;
    for (size_t a = first->accesses; a < second->accesses; a++)
        for (size_t b = second->accesses; b < trace->accesses.count; b++) {
            const struct access *one = &trace->accesses.items[a], *two = &trace->accesses.items[b];
            if ((one->is_write || two->is_write) && one->object->kind != OBJECT_STATE &&
                accesses_may_meet(trace, one, two))
                return true;
        }
    return false;
}

static bool writes_since(const struct walker *walker, const struct operand *first)
{
    const struct trace *trace = walker->trace;
    for (size_t k = first->accesses; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].is_write &&
            trace->accesses.items[k].object->kind != OBJECT_STATE)
            return true;
    return false;
}

/*
 * C evaluates operands in any order. Where one writes what another accesses, the order that is
 * walked here need not be the compiler's. In memory of the iteration's own that matters only to the
 * values that are followed: returns true when they are not to be relied on.
 */
bool check_order(struct walker *walker, const struct expr *e, const struct operand *first,
                 const struct operand *second)
{
    bool own = own_accesses_meet(walker, first, second);
    if (traced_accesses_meet(walker, first, second) || (own && writes_since(walker, first)))
        walk_reason(walker, DIAG_UNKNOWN_CONSTRUCT, e,
                    "one part of this expression changes what another part uses, and C leaves open "
                    "which comes first; write two statements");
    return own;
}

static const struct poly *zero(struct walker *walker)
{
    return poly_constant(walker->arena, 0);
}

/* The address that an lvalue of array type stands for; C does not let it leave that array. */
static struct value decay(struct walker *walker, const struct location *location)
{
    struct pointer pointer = location->pointer;
    pointer.limit = poly_add(walker->arena, pointer.offset, location->size);
    struct row *row = ARENA_NEW(walker->arena, struct row);
    *row = (struct row){pointer.row, pointer.offset, location->type};
    pointer.row = row;
    if (location->type->count == 0 || location->type->count == 1)
        pointer.limit = NULL; /* a flexible array member, perhaps of the old kind */
    return pointer_value(pointer);
}

static bool is_lvalue(const struct expr *e)
{
    switch (e->kind) {
    case EXPR_VAR:
    case EXPR_INDEX:
    case EXPR_MEMBER:
    case EXPR_DEREF:
    case EXPR_COMPOUND:
    case EXPR_STRING:
        return true;
    default:
        return false;
    }
}

static struct value value_at(struct walker *walker, struct expr *e)
{
    struct location location = walk_location(walker, e);
    if (e->type->kind == TYPE_ARRAY)
        return decay(walker, &location);
    return load(walker, &location, e);
}

/* P moved by COUNT objects of TYPE. */
static struct pointer advance(struct walker *walker, struct pointer p, const struct poly *count,
                              const struct type *type)
{
    const struct poly *size =
        type->kind == TYPE_VOID ? poly_constant(walker->arena, 1) : size_poly(walker, type);
    p.offset = poly_add(walker->arena, p.offset, poly_multiply(walker->arena, count, size));
    return p;
}

static struct location at_pointer(struct walker *walker, const struct value *value,
                                  struct type *type)
{
    struct location location = {.type = type, .size = size_poly(walker, type)};
    location.pointer.object = walker->unknown;
    if (value->kind == VALUE_POINTER)
        location.pointer = value->pointer;
    return location;
}

/* E's type as its variable was declared: that one knows the extents of a variable length array. */
static struct type *declared_type(const struct expr *e)
{
    if (e->kind == EXPR_VAR)
        return e->var->type;
    if (e->kind != EXPR_INDEX && e->kind != EXPR_DEREF)
        return e->type;
    struct type *base = declared_type(e->args[0]);
    return base->target ? base->target : e->type;
}

static const struct poly *element_count(struct walker *walker, const struct type *array)
{
    if (array->kind != TYPE_ARRAY)
        return NULL;
    if (array->extent)
        return extent_value(walker, array->extent);
    return array->count > 1 ? poly_constant(walker->arena, array->count) : NULL;
}

static void note_subscript(struct walker *walker, const struct type *array,
                           const struct poly *value)
{
    struct trace *trace = walker->trace;
    struct subscript subscript = {walker->env.context, value, element_count(walker, array)};
    if (!subscript.count || poly_is_opaque(value))
        return;
    for (size_t k = 0; k < trace->subscripts.count; k++) {
        const struct subscript *known = &trace->subscripts.items[k];
        if (known->context == subscript.context && poly_equal(known->count, subscript.count) &&
            poly_equal(known->value, value))
            return;
    }
    LIST_PUSH(walker->arena, trace->subscripts, subscript);
}

static struct location index_location(struct walker *walker, struct expr *e)
{
    const struct operand first = operand_begin(walker);
    struct value base = walk_value(walker, e->args[0]);
    const struct operand second = operand_begin(walker);
    struct value index = walk_value(walker, e->args[1]);
    if (check_order(walker, e, &first, &second))
        index = value_unknown(walker, e->args[1]->type);
    if (index.kind == VALUE_INTEGER)
        note_subscript(walker, declared_type(e->args[0]), index.integer);
    struct type *type = declared_type(e);
    struct location location = at_pointer(walker, &base, type);
    location.pointer =
        advance(walker, location.pointer, index.kind == VALUE_INTEGER ? index.integer : NULL, type);
    location.type = e->type;
    return location;
}

static struct location member_location(struct walker *walker, struct expr *e)
{
    struct location location;
    if (is_lvalue(e->args[0])) {
        location = walk_location(walker, e->args[0]);
    } else {
        walk_value(walker, e->args[0]); /* a record that a call or an assignment yields */
        location = (struct location){
            .pointer = {.object = object_own(walker, "", false), .offset = zero(walker)}};
    }
    const struct field *field = e->field;
    int64_t first = field->offset / 8;
    int64_t size = field->type->size;
    if (field->is_bit_field)
        size = (field->offset + field->width + 7) / 8 - first;
    location.pointer.offset =
        poly_add(walker->arena, location.pointer.offset, poly_constant(walker->arena, first));
    location.pointer.limit = NULL;
    location.type = e->type;
    location.size = size >= 0 ? poly_constant(walker->arena, size) : NULL;
    location.is_bit_field = field->is_bit_field;
    return location;
}

static struct location own_location(struct walker *walker, struct expr *e, const char *name)
{
    struct pointer pointer = {.object = object_own(walker, name, false), .offset = zero(walker)};
    return (struct location){
        .pointer = pointer, .type = e->type, .size = size_poly(walker, e->type)};
}

/* A copy of a record is as good as the record. */
static struct pointer pointer_to_var(struct walker *walker, struct var *var)
{
    const struct frame *frame = walker->frame;
    for (size_t k = 0; k < frame->records.count; k++)
        if (frame->records.items[k].param == var)
            return frame->records.items[k].original;
    return (struct pointer){.object = object_of_var(walker, var), .offset = zero(walker)};
}

struct location walk_location(struct walker *walker, struct expr *e)
{
    struct location location = {.type = e->type};
    struct value value;
    switch (e->kind) {
    case EXPR_VAR:
        location.pointer = pointer_to_var(walker, e->var);
        location.size = size_poly(walker, declared_type(e));
        return location;
    case EXPR_INDEX:
        return index_location(walker, e);
    case EXPR_MEMBER:
        return member_location(walker, e);
    case EXPR_DEREF:
        value = walk_value(walker, e->args[0]);
        return at_pointer(walker, &value, declared_type(e));
    case EXPR_COMPOUND:
        for (size_t k = 0; k < e->arg_count; k++)
            walk_value(walker, e->args[k]);
        return own_location(walker, e, "a compound literal");
    case EXPR_STRING:
        location = own_location(walker, e, "a string literal");
        location.pointer.object = walker->literal;
        return location;
    default:
        walk_reason(walker, DIAG_UNKNOWN_CONSTRUCT, e,
                    "ppcc does not understand this as a place "
                    "in memory");
        location.pointer.object = walker->unknown;
        return location;
    }
}

/* ---- operators ---------------------------------------------------------------------------- */

static const struct poly *integer_of(const struct value *value)
{
    return value->kind == VALUE_INTEGER ? value->integer : NULL;
}

static struct type *pointed_type(struct type *type)
{
    return type->target;
}

static bool points(const struct type *type)
{
    return type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY;
}

/* LEFT op RIGHT where a pointer may take part; the types are those of the operands. */
static struct value binary_values(struct walker *walker, enum op op, const struct value *left,
                                  struct type *left_type, const struct value *right,
                                  struct type *right_type, struct type *type)
{
    if (type->kind == TYPE_INTEGER && !points(left_type))
        return integer_binary(walker, op, integer_of(left), integer_of(right), type);
    if (type->kind != TYPE_POINTER)
        return value_unknown(walker, type);
    bool on_left = points(left_type);
    const struct value *pointer = on_left ? left : right;
    const struct poly *count = integer_of(on_left ? right : left);
    if (pointer->kind != VALUE_POINTER)
        return value_unknown(walker, type);
    if (op == OP_SUB && count)
        count = poly_scale(walker->arena, count, -1);
    return pointer_value(
        advance(walker, pointer->pointer, count, pointed_type(on_left ? left_type : right_type)));
}

/* 1 or 0 */
static struct value comparison_value(struct walker *walker, enum op op, const struct value *left,
                                     const struct value *right, struct type *type)
{
    const struct poly *value =
        trace_select(walker->trace, op, integer_of(left), integer_of(right),
                     poly_constant(walker->arena, 1), poly_constant(walker->arena, 0), type);
    return integer_value(walker, value, type);
}

static struct value walk_binary(struct walker *walker, struct expr *e)
{
    if (e->op == OP_LOGICAL_AND || e->op == OP_LOGICAL_OR)
        return condition_value(walker, walk_condition(walker, e), e->type);
    const struct operand first = operand_begin(walker);
    struct value left = walk_value(walker, e->args[0]);
    const struct operand second = operand_begin(walker);
    struct value right = walk_value(walker, e->args[1]);
    if (check_order(walker, e, &first, &second))
        return value_unknown(walker, e->type);
    if (e->op >= OP_LT && e->op <= OP_NE)
        return comparison_value(walker, e->op, &left, &right, e->type);
    return binary_values(walker, e->op, &left, declared_type(e->args[0]), &right,
                         declared_type(e->args[1]), e->type);
}

static struct value walk_unary(struct walker *walker, struct expr *e)
{
    struct value value = walk_value(walker, e->args[0]);
    const struct poly *operand = integer_of(&value);
    if (e->type->kind != TYPE_INTEGER || !operand)
        return value_unknown(walker, e->type);
    switch (e->op) {
    case OP_NEGATE:
        return arithmetic_value(walker, poly_scale(walker->arena, operand, -1), e->type);
    case OP_COMPLEMENT:
        operand = poly_subtract(walker->arena, poly_constant(walker->arena, -1), operand);
        return arithmetic_value(walker, operand, e->type);
    case OP_PLUS:
        return value;
    case OP_NOT: {
        struct value nothing = {.kind = VALUE_INTEGER, .integer = zero(walker)};
        return comparison_value(walker, OP_EQ, &value, &nothing, e->type);
    }
    default:
        return value_unknown(walker, e->type);
    }
}

/* The address of this iteration's own memory as a number, which means nothing elsewhere. */
static struct value address_number(struct walker *walker, struct type *type)
{
    struct value value = value_unknown(walker, type);
    if (value.kind == VALUE_INTEGER)
        value.integer->terms[0].atoms[0]->is_own = true;
    return value;
}

static struct value convert(struct walker *walker, struct value value, struct type *from,
                            struct type *to)
{
    if (to->kind == TYPE_INTEGER && value.kind == VALUE_POINTER && !to->is_bool &&
        (value.pointer.object->kind == OBJECT_OWN || value.pointer.object == walker->unknown))
        return address_number(walker, to);
    if (to->kind == TYPE_INTEGER && type_includes(to, from))
        return value;
    if (to->kind == TYPE_INTEGER && from->kind == TYPE_INTEGER)
        return integer_value(
            walker, trace_convert(walker->trace, walker->env.context, integer_of(&value), to), to);
    if (to->kind == TYPE_POINTER && value.kind == VALUE_POINTER) {
        if (to->target->size > 1) /* a pointer to a first member can become one to its record */
            value.pointer.limit = NULL;
        return value;
    }
    int64_t constant;
    if (to->kind == TYPE_POINTER && poly_is_constant(integer_of(&value), &constant) &&
        constant == 0)
        return pointer_value((struct pointer){.object = walker->null, .offset = zero(walker)});
    if (to->kind == TYPE_VOID || to->kind == TYPE_RECORD)
        return value;
    return value_unknown(walker, to);
}

/* ---- assignments -------------------------------------------------------------------------- */

static struct reduction_update *new_update(struct walker *walker, const struct update *update,
                                           const struct expr *at)
{
    struct reduction_update *made = ARENA_NEW(walker->arena, struct reduction_update);
    made->op = update->op;
    made->is_exact = update->is_exact;
    made->by_function = update->by_function;
    made->takes_equal = update->takes_equal;
    made->is_once = !walker->loop && !walker->unordered;
    made->is_always = walker->env.context == walker->facts && !walker->unordered;
    made->type = update->target->type;
    made->place = at->place;
    made->end = at->end;
    return made;
}

static bool is_outer(const struct walker *walker, const struct location *location)
{
    return location->pointer.object->kind != OBJECT_OWN &&
           location->pointer.object != walker->null && !location->is_bit_field;
}

/* What an update leaves in its target is known when the target was, and then worth keeping: the
 * variable may be of no use but in this iteration. */
static void mark_update(struct walker *walker, const struct expr *e,
                        const struct location *location)
{
    struct update update;
    if (walker->statement == e && is_outer(walker, location) && update_match(e, &update))
        walker->update = new_update(walker, &update, e);
}

static struct value walk_step(struct walker *walker, struct expr *e)
{
    struct location location = walk_location(walker, e->args[0]);
    mark_update(walker, e, &location);
    struct value before = load(walker, &location, e);
    struct value one = {.kind = VALUE_INTEGER, .integer = poly_constant(walker->arena, 1)};
    struct value after =
        binary_values(walker, e->op, &before, e->type, &one,
                      e->type->kind == TYPE_INTEGER ? e->type : walker->integer_type, e->type);
    store(walker, &location, &after, e);
    walker->update = NULL;
    return e->is_prefix ? after : before;
}

static struct value walk_compound_assign(struct walker *walker, struct expr *e)
{
    const struct operand first = operand_begin(walker);
    struct location location = walk_location(walker, e->args[0]);
    const struct operand second = operand_begin(walker);
    struct value right = walk_value(walker, e->args[1]);
    if (check_order(walker, e, &first, &second))
        location.pointer.offset = right.integer = NULL;
    mark_update(walker, e, &location);
    struct value before = load(walker, &location, e);
    struct value after = value_unknown(walker, e->type);
    struct type *right_type = e->args[1]->type;
    /* The operation happens in the operands' common type; adding and taking away in a wider type
     * and converting back is the same. Other operations are left alone unless the types agree. */
    bool same = right_type->kind == TYPE_INTEGER && e->type->kind == TYPE_INTEGER &&
                right_type->size == e->type->size && right_type->is_signed == e->type->is_signed;
    if (points(e->type) || same)
        after = binary_values(walker, e->op, &before, e->type, &right, right_type, e->type);
    store(walker, &location, &after, e);
    walker->update = NULL;
    return after;
}

/* What target op operand is, for the operations that are arithmetic. */
static struct value updated_value(struct walker *walker, const struct update *update,
                                  const struct value *before, const struct value *operand)
{
    static const enum op ops[] = {[REDUCTION_ADD] = OP_ADD,
                                  [REDUCTION_SUB] = OP_SUB,
                                  [REDUCTION_MUL] = OP_MUL,
                                  [REDUCTION_FUNCTION] = OP_NONE};
    struct type *type = update->target->type;
    bool keeps = !update->operand || type_includes(type, update->operand->type);
    if (type->kind != TYPE_INTEGER || ops[update->op] == OP_NONE || !keeps)
        return value_unknown(walker, type);
    return integer_binary(walker, ops[update->op], integer_of(before), integer_of(operand), type);
}

struct mark {
    size_t accesses;
    bool prints, may_exit;
};

static struct mark mark_effects(const struct walker *walker)
{
    const struct trace *trace = walker->trace;
    return (struct mark){trace->accesses.count, trace->prints, trace->may_exit};
}

/* Whether something happened since that it matters to do or not to do. */
static bool has_effects(const struct walker *walker, const struct mark *mark)
{
    const struct trace *trace = walker->trace;
    for (size_t k = mark->accesses; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].is_write)
            return true;
    return trace->prints || trace->may_exit || trace->draws;
}

/* x = x op e on outer memory: the operand, then the target as for x op= e. */
static bool walk_written_out(struct walker *walker, struct expr *e, struct value *result)
{
    struct update update;
    if (walker->statement != e || !update_match(e, &update))
        return false;
    struct location location = walk_location(walker, update.target);
    if (!is_outer(walker, &location))
        return false;
    const struct mark mark = mark_effects(walker);
    struct value operand = walk_value(walker, update.operand);
    for (size_t k = 0; k < update.more_count; k++)
        walk_value(walker, update.more[k]);
    if (!update.is_lazy || !has_effects(walker, &mark))
        walker->update = new_update(walker, &update, e);
    struct value before = load(walker, &location, e);
    *result = update.more_count ? value_unknown(walker, e->type)
                                : updated_value(walker, &update, &before, &operand);
    store(walker, &location, result, e);
    walker->update = NULL;
    return true;
}

/* if (e > m) m = e on outer memory; the store happens only sometimes. */
bool walk_extremum(struct walker *walker, struct stmt *stmt)
{
    struct update update;
    if (!update_match_if(stmt, &update))
        return false;
    struct location location = walk_location(walker, update.target);
    if (!is_outer(walker, &location))
        return false;
    walk_value(walker, update.operand);
    walker->update = new_update(walker, &update, stmt->expr);
    load(walker, &location, stmt->expr);
    struct context *outer = walker->env.context;
    struct value value = value_unknown(walker, update.target->type);
    walker->env.context = context_unknown(walker, outer);
    store(walker, &location, &value, stmt->expr);
    walker->env.context = outer;
    walker->update = NULL;
    return true;
}

/* All places are outer memory; their addresses are found again when they are stored to. */
static bool are_outer(struct walker *walker, const struct best *best)
{
    struct trace *trace = walker->trace;
    size_t accesses = trace->accesses.count, own = walker->own_log.count;
    unsigned order = walker->order;
    bool fine = true;
    for (size_t k = 0; k < best->count; k++) {
        struct location location = walk_location(walker, best->assignments[k]->args[0]);
        fine &= is_outer(walker, &location);
    }
    trace->accesses.count = accesses;
    walker->own_log.count = own;
    walker->order = order;
    return fine;
}

/* An access to a place of BEST. HOLDS: it is the one with the value that is compared. */
static struct reduction_update *best_update(struct walker *walker, const struct stmt *stmt,
                                            const struct best *best, const struct expr *place)
{
    struct reduction_update *made = new_update(walker, &best->value, stmt->expr);
    made->best = stmt;
    made->is_companion = place != best->holder;
    made->compared_type = made->type;
    made->compared_at = best->at;
    if (place == best->start.holder) {
        struct best_start *start = ARENA_NEW(walker->arena, struct best_start);
        *start = best->start;
        made->start = start;
    }
    made->type = place->type;
    return made;
}

static void load_of_best(struct walker *walker, const struct stmt *stmt, const struct best *best,
                         struct expr *place)
{
    struct location location = walk_location(walker, place);
    walker->update = best_update(walker, stmt, best, place);
    load(walker, &location, stmt->expr);
    walker->update = NULL;
}

static void store_with_best(struct walker *walker, const struct stmt *stmt, struct expr *e,
                            const struct best *best)
{
    struct value value = walk_value(walker, e->args[1]);
    struct location location = walk_location(walker, e->args[0]);
    walker->update = best_update(walker, stmt, best, e->args[0]);
    store(walker, &location, &value, e);
    walker->update = NULL;
}

/* if (e > m) { m = e; where = i; } on outer memory. */
bool walk_best(struct walker *walker, struct stmt *stmt)
{
    struct best best;
    if (!best_match(stmt, &best) || !are_outer(walker, &best))
        return false;
    for (size_t k = 0; k < best.condition_count; k++)
        walk_value(walker, best.conditions[k]);
    walk_value(walker, best.value.operand);
    load_of_best(walker, stmt, &best, best.holder);
    if (best.start.holder)
        load_of_best(walker, stmt, &best, best.start.holder);
    struct context *outer = walker->env.context;
    struct env before = env_copy(walker, &walker->env);
    walker->env.context = context_unknown(walker, outer);
    for (size_t k = 0; k < best.count; k++)
        store_with_best(walker, stmt, best.assignments[k], &best);
    walker->env = env_join(walker, &walker->env, &before);
    walker->env.context = outer;
    return true;
}

static struct value walk_assign(struct walker *walker, struct expr *e)
{
    struct value value;
    if (e->op != OP_NONE)
        return walk_compound_assign(walker, e);
    if (walk_written_out(walker, e, &value))
        return value;
    const struct operand first = operand_begin(walker);
    value = walk_value(walker, e->args[1]);
    const struct operand second = operand_begin(walker);
    struct location location = walk_location(walker, e->args[0]);
    if (check_order(walker, e, &first, &second)) {
        location.pointer.offset = NULL;
        value = value_unknown(walker, e->type);
    }
    store(walker, &location, &value, e);
    return value;
}

static struct value walk_cond(struct walker *walker, struct expr *e)
{
    const struct condition *condition = walk_condition(walker, e->args[0]);
    struct env before = env_copy(walker, &walker->env);
    struct context *outer = before.context;
    struct branch then = {.start = context_assume(walker, outer, condition, true)};
    walker->env.context = then.start;
    struct value left = walk_value(walker, e->args[1]);
    then.env = walker->env;

    struct branch other = {.start = context_assume(walker, outer, condition, false)};
    walker->env = before;
    walker->env.context = other.start;
    struct value right = walk_value(walker, e->args[2]);
    other.env = walker->env;
    walker->env = env_join_branches(walker, outer, &then, &other);
    if (then.env.state != ALIVE)
        return right;
    if (other.env.state != ALIVE)
        return left;
    const struct split split = {outer, then.start, other.start};
    return value_join(walker, &split, &left, &right, e->type);
}

/* ---- the rest ----------------------------------------------------------------------------- */

static struct value walk_address(struct walker *walker, struct expr *e)
{
    if (e->args[0]->kind == EXPR_FUNCTION || e->args[0]->type->kind == TYPE_FUNCTION)
        return no_value;
    struct location location = walk_location(walker, e->args[0]);
    own_address(walker, e->args[0]);
    if (e->args[0]->kind == EXPR_INDEX)
        return pointer_value(location.pointer);
    location.pointer.limit = poly_add(walker->arena, location.pointer.offset, location.size);
    return pointer_value(location.pointer);
}

/* The last expression statement of a statement expression is its value. */
static struct value walk_statement_expr(struct walker *walker, struct expr *e)
{
    walk_stmt(walker, e->stmt);
    return value_unknown(walker, e->type);
}

static struct value walk_opaque(struct walker *walker, struct expr *e)
{
    for (size_t k = 0; k < e->arg_count; k++)
        walk_value(walker, e->args[k]);
    walk_reason(walker, DIAG_UNKNOWN_CONSTRUCT, e,
                "ppcc does not know what this expression does; take it out of the loop");
    return value_unknown(walker, e->type);
}

void walk_effect(struct walker *walker, struct expr *e)
{
    while (e->kind == EXPR_CAST && e->type->kind == TYPE_VOID)
        e = e->args[0];
    if (e->kind == EXPR_COMMA) {
        walk_effect(walker, e->args[0]);
        walk_effect(walker, e->args[1]);
        return;
    }
    const struct expr *outer = walker->statement;
    walker->statement = e;
    if (!walk_fold_call(walker, e))
        walk_value(walker, e);
    walker->statement = outer;
}

/* A part of an object of the iteration's own begins with VALUE. */
static void initialize_own(struct walker *walker, const struct expr *part,
                           const struct value *value)
{
    const bool is_address = part->type->kind == TYPE_ARRAY && value->kind == VALUE_POINTER;
    const struct type pointer = {.kind = TYPE_POINTER, .target = part->type->target};
    if (is_address)
        own_store(walker, &pointer, NULL, value);
    else if (part->kind != EXPR_INIT && type_holds_pointer(part->type))
        own_store(walker, part->type, NULL, value);
}

static struct value walk_operands(struct walker *walker, struct expr *e)
{
    const struct operand first = operand_begin(walker);
    for (size_t k = 0; k < e->arg_count; k++) {
        const struct operand next = operand_begin(walker);
        struct value value = walk_value(walker, e->args[k]);
        if (e->kind == EXPR_INIT)
            initialize_own(walker, e->args[k], &value);
        if (k)
            check_order(walker, e, &first, &next);
    }
    return value_unknown(walker, e->type);
}

static struct value integer_literal(struct walker *walker, struct expr *e)
{
    bool is_beyond = e->value < 0 && !e->type->is_signed && e->type->size == 8;
    return integer_value(walker, is_beyond ? NULL : poly_constant(walker->arena, e->value),
                         e->type);
}

/* Questions to the compiler, whose operand does not happen. */
static bool is_unevaluated(const struct expr *e)
{
    if (e->args[0]->kind != EXPR_FUNCTION)
        return false;
    const char *name = e->args[0]->function->name;
    return !strcmp(name, "__builtin_constant_p") || !strcmp(name, "__builtin_object_size");
}

static struct value dispatch(struct walker *walker, struct expr *e)
{
    struct value value;
    switch (e->kind) {
    case EXPR_INT:
        return integer_literal(walker, e);
    case EXPR_FLOAT:
    case EXPR_FUNCTION:
        return no_value;
    case EXPR_STRING:
    case EXPR_VAR:
    case EXPR_INDEX:
    case EXPR_MEMBER:
    case EXPR_DEREF:
    case EXPR_COMPOUND:
        return value_at(walker, e);
    case EXPR_ADDRESS:
        return walk_address(walker, e);
    case EXPR_UNARY:
        return walk_unary(walker, e);
    case EXPR_BINARY:
        return walk_binary(walker, e);
    case EXPR_ASSIGN:
        return walk_assign(walker, e);
    case EXPR_STEP:
        return walk_step(walker, e);
    case EXPR_COND:
        return walk_cond(walker, e);
    case EXPR_COMMA:
        walk_effect(walker, e->args[0]);
        return walk_value(walker, e->args[1]);
    case EXPR_CALL:
        return is_unevaluated(e) ? value_unknown(walker, e->type) : walk_call(walker, e);
    case EXPR_CAST:
        value = walk_value(walker, e->args[0]);
        own_cast(walker, e->args[0], e->type);
        return convert(walker, value, e->args[0]->type, e->type);
    case EXPR_INIT:
    case EXPR_SIZEOF:
        return walk_operands(walker, e);
    case EXPR_BLOCK:
        return walk_statement_expr(walker, e);
    case EXPR_OPAQUE:
        return walk_opaque(walker, e);
    }
    PPCC_BUG("expression kind %d", (int)e->kind);
}

struct value walk_value(struct walker *walker, struct expr *e)
{
    if (walker->gave_up)
        return value_unknown(walker, e->type);
    bool is_late = ++walker->steps % 4096 == 0 && query_is_late(walker->trace);
    if (walker->steps > MAX_STEPS || walker->depth >= MAX_DEPTH || is_late) {
        walker->gave_up = true;
        struct reason *reason = walk_reason(
            walker, DIAG_TOO_COMPLEX, e,
            "ppcc follows calls and expressions up to a limit, and this loop is beyond it");
        walk_note(walker, reason, &walker->root->place,
                  "a function in another file, with '#pragma ppar effects(...)' before its "
                  "declaration, is not looked into");
        return value_unknown(walker, e->type);
    }
    walker->depth++;
    struct value value = dispatch(walker, e);
    walker->depth--;
    return value;
}
