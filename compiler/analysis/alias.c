/*
 * The rules of alias.h, one function each. Everything is symmetric; objects_may_overlap brings the
 * pair into an order first.
 */
#include "alias.h"

#include "assigned.h"
#include "callers.h"
#include "summary.h"

#include <string.h>

/* ---- types -------------------------------------------------------------------------------- */

static bool is_character(const struct type *type)
{
    return type->kind == TYPE_INTEGER && type->size == 1 && !type->is_bool;
}

/* Qualified variants are the same record; so are declarations in two files of a program that have
 * the same tag, or none, and may have the same members. What one file leaves out of a record is no
 * reason to take it for another one. */
static bool may_be_same_record(const struct type *a, const struct type *b)
{
    if (a == b)
        return true;
    bool same_tag = a->tag && b->tag ? !strcmp(a->tag, b->tag) : a->tag == b->tag;
    return a->kind == b->kind && a->is_union == b->is_union && same_tag &&
           (a->size == b->size || a->size < 0 || b->size < 0 || a->unit != b->unit);
}

bool type_may_hold(const struct type *whole, const struct type *part)
{
    if (!whole || !part)
        return true;
    while (whole->kind == TYPE_ARRAY)
        whole = whole->target;
    while (part->kind == TYPE_ARRAY)
        part = part->target;
    if (is_character(whole) || is_character(part))
        return true;
    bool is_plain =
        whole->kind == TYPE_INTEGER || whole->kind == TYPE_FLOATING || whole->kind == TYPE_POINTER;
    if (is_plain)
        return whole->kind == part->kind && whole->size == part->size;
    if (whole->kind != TYPE_RECORD || !whole->is_complete || may_be_same_record(whole, part))
        return true;
    for (size_t k = 0; k < whole->fields.count; k++)
        if (type_may_hold(whole->fields.items[k]->type, part))
            return true;
    return false;
}

static bool types_may_meet(const struct trace *trace, const struct object *a,
                           const struct object *b)
{
    if (trace->unit->types_alias || a->is_punned || b->is_punned)
        return true;
    return type_may_hold(a->type, b->type) || type_may_hold(b->type, a->type);
}

/* ---- variables ---------------------------------------------------------------------------- */

/* A variable that files out of sight can name may have its address taken there. */
static bool var_is_reachable(const struct trace *trace, const struct var *var)
{
    bool is_in_sight =
        var->storage != STORAGE_EXTERNAL || (trace->unit->is_whole && var->is_defined);
    return var->address_taken || !is_in_sight;
}

static bool is_automatic(const struct var *var)
{
    return var->storage == STORAGE_LOCAL || var->storage == STORAGE_PARAMETER;
}

/* A parameter that keeps the value which the caller gave it. */
static bool is_kept_parameter(const struct var *var)
{
    return var && var->storage == STORAGE_PARAMETER && var_is_assigned_once(var);
}

struct fresh_search {
    const struct var *var;
    size_t assignments;
    bool failed;
};

static bool is_fresh_value(const struct expr *e)
{
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    if (e->kind == EXPR_INT)
        return e->value == 0;
    return e->kind == EXPR_CALL && e->args[0]->kind == EXPR_FUNCTION &&
           function_returns_fresh(e->args[0]->function);
}

static bool check_assignment(struct expr *e, void *data)
{
    struct fresh_search *search = data;
    bool changes = e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP;
    if (!changes || e->args[0]->kind != EXPR_VAR || e->args[0]->var != search->var)
        return true;
    search->assignments++;
    search->failed |= e->kind == EXPR_STEP || e->op != OP_NONE || !is_fresh_value(e->args[1]);
    return true;
}

bool var_is_fresh(const struct unit *unit, const struct var *var)
{
    bool is_own = var->storage == STORAGE_LOCAL || var->storage == STORAGE_FILE ||
                  var->storage == STORAGE_STATIC_LOCAL;
    if (!is_own || var->address_taken || var->type->kind != TYPE_POINTER)
        return false;
    struct fresh_search search = {.var = var, .failed = var->init && !is_fresh_value(var->init)};
    visit_namers(unit, var, check_assignment, &search);
    return !search.failed && (search.assignments || var->init);
}

static bool differ(const struct type *from, const struct type *to)
{
    while (from && from->kind == TYPE_ARRAY)
        from = from->target;
    while (to && to->kind == TYPE_ARRAY)
        to = to->target;
    return !from || !to || from->kind != to->kind || from->size != to->size ||
           (from->kind == TYPE_RECORD && from != to);
}

static bool is_pointer(const struct type *type)
{
    return type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY;
}

/* A conversion of a pointer to another kind of object; what is allocated has no kind yet. */
static bool find_conversion(struct expr *e, void *data)
{
    bool *found = data;
    if (e->kind == EXPR_CAST && is_pointer(e->type)) {
        const struct expr *from = e->args[0];
        while (from->kind == EXPR_CAST)
            from = from->args[0];
        *found |= from->kind != EXPR_CALL && is_pointer(from->type) &&
                  differ(from->type->target, e->type->target);
    }
    return e->kind != EXPR_CALL;
}

static bool is_cast_value(struct expr *e)
{
    bool found = false;
    visit_expr(e, find_conversion, &found);
    return found;
}

struct cast_search {
    const struct var *var;
    bool found;
};

static bool find_cast(struct expr *e, void *data)
{
    struct cast_search *search = data;
    if (e->kind == EXPR_ASSIGN && e->op == OP_NONE && e->args[0]->kind == EXPR_VAR &&
        e->args[0]->var == search->var)
        search->found |= is_cast_value(e->args[1]);
    return true;
}

bool var_is_cast(const struct unit *unit, const struct var *var)
{
    struct cast_search search = {.var = var, .found = var->init && is_cast_value(var->init)};
    visit_namers(unit, var, find_cast, &search);
    return search.found || var->address_taken;
}

/* ---- pairs -------------------------------------------------------------------------------- */

static bool is_restrict_parameter(const struct object *object)
{
    return object->pointer_var && object->pointer_var->type->is_restrict &&
           is_kept_parameter(object->pointer_var);
}

static bool variable_and_pointee(const struct trace *trace, const struct object *variable,
                                 const struct object *pointee)
{
    const struct var *var = variable->var;
    if (!var_is_reachable(trace, var) || pointee->is_fresh || is_restrict_parameter(pointee))
        return false;
    if (is_automatic(var) && is_kept_parameter(pointee->pointer_var) &&
        pointee->pointer_var->function == var->function)
        return false;
    if (is_kept_parameter(pointee->pointer_var) &&
        callers_tell_apart(trace->unit, var, pointee->pointer_var))
        return false;
    return types_may_meet(trace, variable, pointee);
}

/* A fresh block and a pointer that the caller gave, before the block was allocated. */
static bool is_older(const struct object *parameter, const struct object *fresh)
{
    return fresh->is_fresh && fresh->pointer_var->storage == STORAGE_LOCAL &&
           is_kept_parameter(parameter->pointer_var);
}

/* Parameters, or one and a block, that all callers keep apart. */
static bool targets_are_told(const struct trace *trace, const struct object *a,
                             const struct object *b)
{
    bool a_is_given = is_kept_parameter(a->pointer_var);
    bool b_is_given = is_kept_parameter(b->pointer_var);
    return (a_is_given || b_is_given) && (a_is_given || a->is_fresh) &&
           (b_is_given || b->is_fresh) &&
           callers_tell_apart(trace->unit, a->pointer_var, b->pointer_var);
}

static bool two_pointees(const struct trace *trace, const struct object *a, const struct object *b)
{
    if ((a->is_fresh && b->is_fresh) || is_older(a, b) || is_older(b, a))
        return false;
    bool kept = is_kept_parameter(a->pointer_var) && is_kept_parameter(b->pointer_var);
    if (kept && (is_restrict_parameter(a) || is_restrict_parameter(b)))
        return false;
    if (targets_are_told(trace, a, b))
        return false;
    if ((is_restrict_parameter(a) && b->is_fresh) || (is_restrict_parameter(b) && a->is_fresh))
        return false;
    return types_may_meet(trace, a, b);
}

/* Memory of this iteration's own is reached from outside only when it is a variable whose address
 * was taken; the annotated loop's counter is among them. */
static bool own_may_meet(const struct trace *trace, const struct object *own,
                         const struct object *other)
{
    if (own->is_any) {
        const struct object *swap = own;
        own = other;
        other = swap;
    }
    if (other->is_any && own->kind == OBJECT_OWN && own->is_own_heap)
        return true;
    if (!own->var || !var_is_reachable(trace, own->var))
        return false;
    if (other->is_any)
        return own->kind == OBJECT_OWN;
    if (other->kind == OBJECT_POINTEE || other->kind == OBJECT_ROWS)
        return types_may_meet(trace, own, other);
    return other->kind == OBJECT_UNKNOWN;
}

/* A state of the library that is memory to which it gives pointers. */
static bool is_handed_out(const struct object *object)
{
    return object->kind == OBJECT_STATE && object->is_handed_out;
}

static bool may_overlap(const struct trace *trace, const struct object *a, const struct object *b)
{
    if (b->kind == OBJECT_ROWS && a->kind != OBJECT_OWN) /* which point to whatever was there */
        return (a->kind != OBJECT_VARIABLE || var_is_reachable(trace, a->var)) &&
               types_may_meet(trace, a, b);
    switch (a->kind) {
    case OBJECT_VARIABLE:
        if (b->kind == OBJECT_VARIABLE)
            return trace->unit->has_aliases && !a->var->function && !b->var->function;
        if (b->kind == OBJECT_UNKNOWN)
            return var_is_reachable(trace, a->var);
        return b->kind == OBJECT_POINTEE && variable_and_pointee(trace, a, b);
    case OBJECT_POINTEE:
        if (is_handed_out(b))
            return !a->is_fresh && !is_restrict_parameter(a);
        if (b->kind == OBJECT_POINTEE)
            return two_pointees(trace, a, b);
        return b->kind == OBJECT_UNKNOWN;
    case OBJECT_OWN:
        return own_may_meet(trace, a, b);
    case OBJECT_ROWS:
    case OBJECT_UNKNOWN:
        return b->kind == OBJECT_UNKNOWN || is_handed_out(b);
    default:
        return false;
    }
}

static bool is_vouched_for(const struct trace *trace, const struct object *object)
{
    const struct var *var = object->kind == OBJECT_VARIABLE ? object->var : object->pointer_var;
    for (size_t k = 0; var && k < trace->noalias.count; k++)
        if (trace->noalias.items[k] == var)
            return true;
    return false;
}

bool can_be_told_apart(const struct object *a, const struct object *b)
{
    bool a_is_behind = a->kind == OBJECT_POINTEE || a->kind == OBJECT_ROWS;
    bool b_is_behind = b->kind == OBJECT_POINTEE || b->kind == OBJECT_ROWS;
    return a->text && b->text &&
           ((a_is_behind && (b_is_behind || b->kind == OBJECT_VARIABLE)) ||
            (b_is_behind && a->kind == OBJECT_VARIABLE));
}

bool objects_may_overlap(struct trace *trace, const struct object *a, const struct object *b)
{
    if (a != b && trace->assumes_apart && can_be_told_apart(a, b))
        return false;
    return objects_are_not_distinct(trace, a, b);
}

bool objects_are_not_distinct(struct trace *trace, const struct object *a, const struct object *b)
{
    static const int rank[] = {
        [OBJECT_OWN] = 0,     [OBJECT_VARIABLE] = 1, [OBJECT_POINTEE] = 2, [OBJECT_ROWS] = 3,
        [OBJECT_UNKNOWN] = 4, [OBJECT_STATE] = 5,    [OBJECT_STREAM] = 5};
    if (a == b)
        return true;
    if (a->is_part && b->is_part && a->kind == b->kind && a->var == b->var &&
        a->pointer == b->pointer)
        return false;
    if (rank[a->kind] > rank[b->kind]) {
        const struct object *other = a;
        a = b;
        b = other;
    }
    if (!may_overlap(trace, a, b))
        return false;
    if (!is_vouched_for(trace, a) || !is_vouched_for(trace, b))
        return true;
    trace->used_noalias = true;
    return false;
}

/* ---- accesses ----------------------------------------------------------------------------- */

bool access_misses(const struct access *access, const struct poly *offset, int64_t size)
{
    int64_t distance, length;
    if (!access->offset || !offset || !access->length ||
        !poly_is_constant(access->length, &length) ||
        !poly_constant_difference(access->offset, offset, &distance))
        return false;
    return distance >= size || distance <= -length;
}

bool accesses_may_meet(struct trace *trace, const struct access *a, const struct access *b)
{
    int64_t size;
    if (!objects_may_overlap(trace, a->object, b->object))
        return false;
    return a->object != b->object || !b->length || !poly_is_constant(b->length, &size) ||
           !access_misses(a, b->offset, size);
}
