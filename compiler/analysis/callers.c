/*
 * A static function whose address nobody takes is called where its name stands before a '(' in this
 * file, and nowhere else. Where each of these calls gives two of its parameters pointers into
 * different objects, the two never overlap, as long as the function does not assign to them.
 *
 * An argument's object is found by its text: a declared variable (a, &a[k], &s.x, a + k), the block
 * of a pointer that is only ever assigned fresh blocks, or what a parameter of the calling function
 * points into; of the last, that function's calls are asked in turn. Variables of one function's
 * call, and blocks that it has allocated, are younger than what its parameters were given.
 *
 * Recursion makes circles. A question that is being asked already is taken to be answered with yes:
 * objects are told apart at the outermost call, and each call further in hands on what was told
 * apart before it.
 */
#include "callers.h"

#include "alias.h"
#include "assigned.h"

enum { MAX_DEPTH = 50 };

struct pair {
    const struct var *a, *b;
};

struct answer {
    struct pair pair;
    bool are_apart;
};

struct call_sites {
    LIST_OF(const struct expr *) calls; /* of functions by their names, in bodies */
    LIST_OF(struct answer) answers;
};

/* ---- calls -------------------------------------------------------------------------------- */

struct gathering {
    struct arena *arena;
    struct call_sites *sites;
};

static bool gather_call(struct expr *e, void *data)
{
    struct gathering *gathering = data;
    if (e->kind == EXPR_CALL && e->args[0]->kind == EXPR_FUNCTION)
        LIST_PUSH(gathering->arena, gathering->sites->calls, e);
    return true;
}

static struct call_sites *sites_of(struct unit *unit)
{
    if (unit->call_sites)
        return unit->call_sites;
    struct gathering gathering = {unit->arena, ARENA_NEW(unit->arena, struct call_sites)};
    for (size_t k = 0; k < unit->functions.count; k++)
        if (unit->functions.items[k]->body)
            visit_stmt_exprs(unit->functions.items[k]->body, gather_call, &gathering);
    return unit->call_sites = gathering.sites;
}

static size_t count_calls(const struct call_sites *sites, const struct function *function)
{
    size_t count = 0;
    for (size_t k = 0; k < sites->calls.count; k++)
        count += sites->calls.items[k]->args[0]->function == function;
    return count;
}

/* Whether all calls of the function are known: it can be called by its name only, has no other one,
 * and what is not a body (the extent of an array, a clause) does not call it. */
static bool is_closed(const struct unit *unit, const struct function *function)
{
    return function && function->is_static && !function->address_taken && !unit->has_cleanups &&
           !unit->has_aliases && function->call_count &&
           count_calls(unit->call_sites, function) == function->call_count;
}

/* ---- objects ------------------------------------------------------------------------------ */

enum root_kind {
    ROOT_UNKNOWN,
    ROOT_NULL,
    ROOT_OBJECT,    /* the variable, or the block that it holds */
    ROOT_PARAMETER, /* what it points into */
};

struct root {
    enum root_kind kind;
    const struct var *var;
};

static const struct root unknown = {ROOT_UNKNOWN, NULL};

static struct root root_of(const struct unit *unit, const struct expr *e, unsigned depth);

/* What a pointer variable points into, whenever it points anywhere. */
static struct root root_of_pointer(const struct unit *unit, const struct var *var, unsigned depth)
{
    if (var_is_fresh(unit, var))
        return (struct root){ROOT_OBJECT, var};
    if (!var_is_assigned_once(var))
        return unknown;
    if (var->storage == STORAGE_PARAMETER)
        return (struct root){ROOT_PARAMETER, var};
    return var->init ? root_of(unit, var->init, depth + 1) : unknown;
}

/* The object that a place is in. */
static struct root root_of_place(const struct unit *unit, const struct expr *e, unsigned depth)
{
    switch (e->kind) {
    case EXPR_VAR:
        return (struct root){ROOT_OBJECT, e->var};
    case EXPR_MEMBER:
        return root_of_place(unit, e->args[0], depth);
    case EXPR_INDEX:
        return e->args[0]->type->kind == TYPE_ARRAY ? root_of_place(unit, e->args[0], depth)
                                                    : root_of(unit, e->args[0], depth + 1);
    case EXPR_DEREF:
        return root_of(unit, e->args[0], depth + 1);
    default:
        return unknown;
    }
}

static bool points(const struct expr *e)
{
    return e->type->kind == TYPE_POINTER || e->type->kind == TYPE_ARRAY;
}

/* The object that the value of E points into. */
static struct root root_of(const struct unit *unit, const struct expr *e, unsigned depth)
{
    while (e->kind == EXPR_CAST && (points(e->args[0]) || e->args[0]->kind == EXPR_INT))
        e = e->args[0];
    if (depth > MAX_DEPTH)
        return unknown;
    if (e->type->kind == TYPE_ARRAY)
        return root_of_place(unit, e, depth);
    switch (e->kind) {
    case EXPR_INT:
        return e->value == 0 ? (struct root){ROOT_NULL, NULL} : unknown;
    case EXPR_VAR:
        return root_of_pointer(unit, e->var, depth);
    case EXPR_ADDRESS:
        return root_of_place(unit, e->args[0], depth);
    case EXPR_BINARY:
        if (e->type->kind != TYPE_POINTER)
            return unknown;
        return root_of(unit, points(e->args[0]) ? e->args[0] : e->args[1], depth + 1);
    default:
        return unknown;
    }
}

/* ---- the question ------------------------------------------------------------------------- */

struct search {
    struct unit *unit;
    LIST_OF(struct pair) asked;
};

static bool are_apart(struct search *search, struct root a, struct root b);

static bool is_automatic(const struct var *var)
{
    return var->storage == STORAGE_LOCAL || var->storage == STORAGE_PARAMETER;
}

/* What ROOT is at CALL, seen from the caller: of another function's variable, the same. */
static struct root root_at(const struct unit *unit, struct root root,
                           const struct function *function, const struct expr *call)
{
    if (root.kind != ROOT_PARAMETER)
        return root;
    size_t index = (size_t)root.var->index + 1;
    bool is_given = root.var->function == function && index < call->arg_count;
    return is_given ? root_of(unit, call->args[index], 0) : unknown;
}

/* A is a parameter; B is one of the same function, or a variable that is there during all calls. */
static bool are_apart_at_all_calls(struct search *search, struct root a, struct root b)
{
    const struct unit *unit = search->unit;
    const struct function *function = a.var->function;
    if (!is_closed(unit, function))
        return false;
    for (size_t k = 0; k < search->asked.count; k++)
        if (search->asked.items[k].a == a.var && search->asked.items[k].b == b.var)
            return true;
    struct pair pair = {a.var, b.var};
    LIST_PUSH(unit->arena, search->asked, pair);
    for (size_t k = 0; k < unit->call_sites->calls.count; k++) {
        const struct expr *call = unit->call_sites->calls.items[k];
        if (call->args[0]->function == function &&
            !are_apart(search, root_at(unit, a, function, call), root_at(unit, b, function, call)))
            return false;
    }
    return true;
}

static bool are_apart(struct search *search, struct root a, struct root b)
{
    if (a.kind == ROOT_UNKNOWN || b.kind == ROOT_UNKNOWN)
        return false;
    if (a.kind == ROOT_NULL || b.kind == ROOT_NULL)
        return true;
    if (a.var == b.var)
        return false;
    if (a.kind == ROOT_OBJECT && b.kind == ROOT_OBJECT)
        return true;
    if (a.kind == ROOT_OBJECT)
        return are_apart(search, b, a);
    if (b.kind == ROOT_OBJECT && is_automatic(b.var))
        return b.var->function == a.var->function;
    return are_apart_at_all_calls(search, a, b);
}

static struct root root_of_var(const struct unit *unit, const struct var *var)
{
    if (var->storage == STORAGE_PARAMETER && var->type->kind == TYPE_POINTER)
        return root_of_pointer(unit, var, 0);
    return (struct root){ROOT_OBJECT, var};
}

bool callers_tell_apart(struct unit *unit, const struct var *a, const struct var *b)
{
    struct call_sites *sites = sites_of(unit);
    for (size_t k = 0; k < sites->answers.count; k++) {
        const struct answer *known = &sites->answers.items[k];
        if ((known->pair.a == a && known->pair.b == b) ||
            (known->pair.a == b && known->pair.b == a))
            return known->are_apart;
    }
    struct search search = {.unit = unit};
    struct answer answer = {{a, b}, false};
    answer.are_apart = are_apart(&search, root_of_var(unit, a), root_of_var(unit, b));
    LIST_PUSH(unit->arena, sites->answers, answer);
    return answer.are_apart;
}
