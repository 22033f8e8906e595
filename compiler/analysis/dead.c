/*
 * For a static variable every function of the files in sight decides, and for an external one, too,
 * when these are all that there are (whole.h). A function that others can call (it is
 * not static, or its address is taken) is walked as a whole, calls included, and must not read the
 * variable before it has written it; what no such function exposes, nobody reads. The function that
 * holds the loop is among them; there a write in front of the loop covers nothing behind it
 * (struct span).
 *
 * A state of the library is taken to be used in this file alone. Of errno, every call that may set
 * it is taken to do so: it is read after a call that failed.
 */
#include "dead.h"

#include "alias.h"
#include "cover.h"
#include "live.h"
#include "summary.h"
#include "walk.h"

#include <isl/map.h>

#include <string.h>

static bool is_root(const struct function *function)
{
    return function->body && (!function->is_static || function->address_taken);
}

/* The object of another trace that is the same variable or state. */
static const struct object *object_of(const struct trace *trace, const struct object *object)
{
    for (size_t k = 0; k < trace->objects.count; k++) {
        const struct object *other = trace->objects.items[k];
        if (other->kind != object->kind)
            continue;
        if (object->kind == OBJECT_VARIABLE ? other->var == object->var
                                            : !strcmp(other->name, object->name))
            return other;
    }
    return NULL;
}

static bool is_inside(const struct access *access, const struct inner_loop *loop)
{
    for (const struct context *link = access->context; link; link = link->outer)
        if (link->kind == CONTEXT_LOOP && link->loop == loop)
            return true;
    return false;
}

/* Whether the read comes before every visit of the loop in this call of the function. */
static bool comes_before(const struct trace *trace, const struct access *read)
{
    for (size_t k = 0; k < trace->spans.count; k++) {
        const struct inner_loop *outermost = trace->spans.items[k].loop;
        while (outermost && outermost->outer)
            outermost = outermost->outer;
        if (read->order >= trace->spans.items[k].first || (outermost && is_inside(read, outermost)))
            return false;
    }
    return trace->spans.count != 0 && !trace->took_summary;
}

static bool is_main(const struct function *function)
{
    return !strcmp(function->name, "main");
}

/* main is called once, unless the program itself calls it. */
static bool runs_once(const struct unit *unit, const struct function *function)
{
    if (!is_main(function))
        return false;
    for (size_t k = 0; k < unit->functions.count; k++) {
        const struct function *other = unit->functions.items[k];
        if (is_main(other) && (other->call_count || other->address_taken))
            return false;
    }
    return true;
}

/* Whether some read of the object in the trace may see a value from before the function's call. */
static bool is_exposed(struct trace *trace, const struct object *object, bool once)
{
    struct layout layout;
    bool exposed = !find_element_layout(trace, object, &layout, NULL);
    for (size_t k = 0; k < trace->accesses.count && !exposed; k++) {
        const struct access *access = &trace->accesses.items[k];
        bool known;
        if (access->is_write || !objects_may_overlap(trace, access->object, object) ||
            (once && comes_before(trace, access)))
            continue;
        if (access->object != object)
            return true;
        query_begin(trace);
        isl_map *elements = exposed_elements(trace, &layout, access, &known);
        exposed = isl_map_is_empty(elements) != isl_bool_true;
        isl_map_free(elements);
    }
    return exposed;
}

static bool is_among(const struct object *object, const struct summary *summary)
{
    if (object->kind == OBJECT_VARIABLE)
        for (size_t k = 0; k < summary->reads.count; k++)
            if (summary->reads.items[k] == object->var)
                return true;
    if (object->kind == OBJECT_STATE)
        for (size_t k = 0; k < summary->states_read.count; k++)
            if (!strcmp(summary->states_read.items[k], object->name))
                return true;
    return object->kind == OBJECT_VARIABLE && object->var->address_taken;
}

static struct trace *walk_of(struct loop *loop, struct function *function)
{
    struct unit *unit = loop->trace->unit;
    for (size_t k = 0; k < loop->walks.count; k++)
        if (loop->walks.items[k].function == function)
            return loop->walks.items[k].trace;
    if (!loop->walk_arena)
        loop->walk_arena = arena_new();
    struct function_walk walk = {function,
                                 walk_function(unit, loop->walk_arena, function, loop->stmt)};
    LIST_PUSH(loop->walk_arena, loop->walks, walk);
    return walk.trace;
}

void forget_walks(struct loop *loop)
{
    for (size_t k = 0; k < loop->walks.count; k++)
        trace_close(loop->walks.items[k].trace);
    arena_free(loop->walk_arena);
    loop->walk_arena = NULL;
    memset(&loop->walks, 0, sizeof loop->walks);
}

static bool function_exposes(struct loop *loop, struct function *function,
                             const struct object *wanted)
{
    if (!is_among(wanted, function->summary))
        return false;
    struct trace *trace = walk_of(loop, function);
    bool known = true;
    for (size_t k = 0; k < trace->reasons.count; k++)
        known &= trace->reasons.items[k].id != DIAG_TOO_COMPLEX;
    const struct object *object = object_of(trace, wanted);
    bool is_lent = wanted->kind == OBJECT_VARIABLE && wanted->var->address_taken;
    if (is_lent && trace->took_summary)
        known = false; /* somebody else may follow a pointer to it */
    if (!object && is_lent)
        object = wanted;
    bool once = runs_once(loop->trace->unit, function);
    return !known || (object && is_exposed(trace, object, once));
}

/* Whether no function that others can call exposes a read. */
static bool nobody_reads(struct loop *loop, const struct object *object)
{
    const struct unit *unit = loop->trace->unit;
    for (size_t k = 0; k < unit->functions.count; k++)
        if (is_root(unit->functions.items[k]) &&
            function_exposes(loop, unit->functions.items[k], object))
            return false;
    return true;
}

/* Clauses of other loops read variables, too. */
static bool is_in_clause(const struct unit *unit, const struct var *var)
{
    for (size_t k = 0; k < unit->in_clauses.count; k++)
        if (unit->in_clauses.items[k] == var)
            return true;
    return false;
}

static bool variable_is_dead(struct loop *loop, const struct use *use)
{
    const struct var *var = use->object->var;
    if (var == loop->returned)
        return false;
    if (is_in_clause(loop->trace->unit, var) || loop->trace->unit->has_cleanups)
        return false;
    switch (var->storage) {
    case STORAGE_LOCAL:
    case STORAGE_PARAMETER:
        return !var_is_live_after(loop->function, loop->stmt, var, use->is_exposed);
    case STORAGE_EXTERNAL:
        if (!loop->trace->unit->is_whole || !var->is_defined)
            return false;
        break;
    case STORAGE_STATIC_LOCAL:
    case STORAGE_FILE:
        break;
    }
    return (!var->address_taken || var->type->kind == TYPE_ARRAY) &&
           nobody_reads(loop, use->object);
}

bool object_is_dead(struct loop *loop, const struct use *use)
{
    if (use->object->kind == OBJECT_VARIABLE)
        return variable_is_dead(loop, use);
    return use->object->kind == OBJECT_STATE && nobody_reads(loop, use->object);
}
