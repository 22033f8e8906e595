/*
 * Which functions may be meant, without regard to order: the value of a variable is whatever is
 * assigned to it anywhere, and what is assigned is followed the same way, through other variables,
 * parameters and results of functions, until nothing but functions is left. All parts of a
 * variable, the elements of an array and the members of a structure, are taken together; the type
 * of the function tells members apart.
 *
 * That is everything when all that can store there is in sight and is seen. So what is followed is
 *   - a variable that no other file can name (or that of a whole program), whose address stays
 *     unknown, so that nothing but an assignment to it by its name changes it;
 *   - a constant, wherever its address goes: C does not let it be changed;
 *   - a parameter of a function whose calls are all in sight: through pointers, too, when all of
 * the program is. Everything else is unknown: what is behind pointers, in unions, volatile, or
 * converted from another type. But when all of a program is in sight, a pointer that is not
 * followed is one of the functions of its type whose names are used as values, however it came to
 * where it is: nobody else makes pointers to functions.
 */
#include "flow.h"

#include "assigned.h"

#include <string.h>

/* ---- what a program holds ----------------------------------------------------------------- */

static bool is_function_pointer(const struct type *type)
{
    return type->kind == TYPE_POINTER && type->target->kind == TYPE_FUNCTION;
}

/* Whether values of TYPE can be or hold pointers to functions. */
static bool may_carry(const struct type *type)
{
    return is_function_pointer(type) || type->kind == TYPE_RECORD;
}

static bool is_null(const struct expr *e)
{
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    return e->kind == EXPR_INT && e->value == 0;
}

/* A conversion that changes nothing but qualifiers of the pointer itself. */
static bool is_same_type(const struct expr *cast)
{
    const struct type *to = cast->type, *from = cast->args[0]->type;
    if (from->kind == TYPE_POINTER)
        from = from->target;
    return is_function_pointer(to) && from->kind == TYPE_FUNCTION &&
           !strcmp(to->target->spelling, from->spelling);
}

struct collector {
    struct flows *flows;
    const struct function *function;
};

static bool collect_expr(struct expr *e, void *data);

static void collect_extents(struct collector *collector, const struct type *type)
{
    for (; type && (type->kind == TYPE_ARRAY || type->kind == TYPE_POINTER); type = type->target)
        visit_expr(type->extent, collect_expr, collector);
}

static void collect_stmt(struct stmt *stmt, void *data)
{
    struct collector *collector = data;
    struct spot spot = {collector->function, stmt->expr};
    if (stmt->kind == STMT_RETURN && stmt->expr)
        LIST_PUSH(collector->flows->unit->arena, collector->flows->returns, spot);
    for (size_t k = 0; k < stmt->vars.count; k++)
        collect_extents(collector, stmt->vars.items[k]->type);
}

static bool collect_expr(struct expr *e, void *data)
{
    struct collector *collector = data;
    struct flows *flows = collector->flows;
    struct arena *arena = flows->unit->arena;
    struct spot spot = {collector->function, e};
    if ((e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP) && may_carry(e->args[0]->type))
        LIST_PUSH(arena, flows->assignments, spot);
    if (e->kind == EXPR_CALL && e->args[0]->kind == EXPR_FUNCTION)
        LIST_PUSH(arena, flows->calls, spot);
    if (e->kind == EXPR_CALL && e->args[0]->kind != EXPR_FUNCTION)
        LIST_PUSH(arena, flows->indirect, spot);
    if (e->kind == EXPR_CAST && is_function_pointer(e->type) && !is_same_type(e) && !is_null(e))
        LIST_PUSH(arena, flows->conversions, spot);
    if (e->kind == EXPR_CAST)
        collect_extents(collector, e->type);
    visit_stmts(expr_stmt(e), collect_stmt, collector);
    return true;
}

static void collect_function(struct flows *flows, const struct function *function)
{
    struct collector collector = {flows, function};
    flows->has_declared |= function->is_declared;
    for (size_t k = 0; k < function->params.count; k++)
        collect_extents(&collector, function->params.items[k]->type);
    visit_stmts(function->body, collect_stmt, &collector);
    visit_stmt_exprs(function->body, collect_expr, &collector);
}

void flows_collect(struct flows *flows, struct unit *unit)
{
    *flows = (struct flows){.unit = unit};
    struct collector collector = {flows, NULL};
    for (size_t k = 0; k < unit->globals.count; k++)
        visit_expr(unit->globals.items[k]->init, collect_expr, &collector);
    for (size_t k = 0; k < unit->functions.count; k++)
        if (unit->functions.items[k]->body)
            collect_function(flows, unit->functions.items[k]);
}

/* ---- types -------------------------------------------------------------------------------- */

static const struct type *element_type(const struct type *type)
{
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    return type;
}

/* Whether all of TYPE holds its values as what they are: no unions, nothing volatile. */
static bool is_plain(const struct type *type)
{
    type = element_type(type);
    if (type->is_volatile || type->is_atomic || type->kind == TYPE_OTHER)
        return false;
    if (type->kind != TYPE_RECORD)
        return true;
    if (type->is_union || !type->is_complete)
        return false;
    for (size_t k = 0; k < type->fields.count; k++)
        if (!is_plain(type->fields.items[k]->type))
            return false;
    return true;
}

/* Whether TYPE, or a member of it, is a pointer to functions of the type that is spelled so. */
static bool has_pointer_to(const struct type *type, const char *spelling)
{
    type = element_type(type);
    if (is_function_pointer(type))
        return !strcmp(type->target->spelling, spelling);
    if (type->kind != TYPE_RECORD)
        return false;
    for (size_t k = 0; k < type->fields.count; k++)
        if (has_pointer_to(type->fields.items[k]->type, spelling))
            return true;
    return false;
}

/* A type without one, 'double ()', is compatible with others. */
static bool has_prototype(const struct type *function)
{
    size_t length = strlen(function->spelling);
    return length < 2 || strcmp(function->spelling + length - 2, "()") != 0;
}

/* ---- following ---------------------------------------------------------------------------- */

struct search {
    const struct flows *flows;
    const char *wanted; /* the function's type */
    struct callees found;
    LIST_OF(const struct var *) vars; /* that were followed */
    LIST_OF(const struct function *) functions;
};

static void follow(struct search *search, struct expr *e);

static void give_up(struct search *search)
{
    search->found.is_unknown = true;
}

static void add_function(struct search *search, struct function *function)
{
    for (size_t k = 0; k < search->found.list.count; k++)
        if (search->found.list.items[k] == function)
            return;
    if (strcmp(function->type->spelling, search->wanted) != 0)
        give_up(search);
    else
        LIST_PUSH(search->flows->unit->arena, search->found.list, function);
}

/* A value that is stored in a part of something of type WHOLE, as an initializer or by an
 * assignment: is it of no concern, since it is for a member of another type? */
static bool is_for_another(const struct search *search, const struct expr *e,
                           const struct type *whole)
{
    const struct type *type = e->type;
    if (type->kind == TYPE_POINTER)
        type = type->target;
    if (type->kind != TYPE_FUNCTION)
        return type->kind != TYPE_RECORD || e->type->kind == TYPE_POINTER;
    return strcmp(type->spelling, search->wanted) != 0 && has_prototype(type) &&
           has_pointer_to(whole, type->spelling);
}

static void follow_stored(struct search *search, struct expr *e, const struct type *whole)
{
    if (e->kind == EXPR_INIT || e->kind == EXPR_COMPOUND) {
        for (size_t k = 0; k < e->arg_count; k++)
            follow_stored(search, e->args[k], whole);
        return;
    }
    if (e->kind == EXPR_OPAQUE)
        give_up(search);
    else if (!is_for_another(search, e, whole))
        follow(search, e);
}

static bool is_followed(struct search *search, const struct var *var)
{
    for (size_t k = 0; k < search->vars.count; k++)
        if (search->vars.items[k] == var)
            return true;
    LIST_PUSH(search->flows->unit->arena, search->vars, var);
    return false;
}

/* What is assigned to VAR, or to a part of it, by its name. */
static void follow_assignments(struct search *search, const struct var *var)
{
    const struct flows *flows = search->flows;
    for (size_t k = 0; k < flows->assignments.count; k++) {
        const struct expr *e = flows->assignments.items[k].expr;
        if (place_var(e->args[0]) != var)
            continue;
        if (e->kind == EXPR_STEP || e->op != OP_NONE)
            give_up(search);
        else
            follow_stored(search, e->args[1], var->type);
    }
}

/* Whether no call of FUNCTION is out of sight, and the one that is seen is the one that runs. The
 * library calls what it is given, but not with functions of the program. */
static bool are_calls_known(const struct search *search, const struct function *function)
{
    const struct flows *flows = search->flows;
    return function->body && !function->is_declared && strcmp(function->name, "main") != 0 &&
           ((function->is_static && !function->address_taken) ||
            (flows->unit->is_whole && !flows->has_declared));
}

/* Whether CALL, through a pointer, may be one of FUNCTION. */
static bool may_call(const struct expr *call, const struct function *function)
{
    const struct type *type = call->args[0]->type;
    type = type->kind == TYPE_POINTER ? type->target : type;
    return function->address_taken &&
           (!has_prototype(type) || !strcmp(type->spelling, function->type->spelling));
}

static void follow_argument(struct search *search, const struct expr *call, const struct var *param)
{
    const size_t index = (size_t)param->index + 1;
    if (index < call->arg_count)
        follow_stored(search, call->args[index], param->type);
    else
        give_up(search);
}

static void follow_arguments(struct search *search, const struct var *param)
{
    const struct flows *flows = search->flows;
    const struct function *function = param->function;
    if (!function || !are_calls_known(search, function)) {
        give_up(search);
        return;
    }
    for (size_t k = 0; k < flows->calls.count; k++)
        if (flows->calls.items[k].expr->args[0]->function == function)
            follow_argument(search, flows->calls.items[k].expr, param);
    for (size_t k = 0; k < flows->indirect.count; k++)
        if (may_call(flows->indirect.items[k].expr, function))
            follow_argument(search, flows->indirect.items[k].expr, param);
}

/* Whether an assignment by its name is the only way to change VAR, and all of them are seen. */
static bool are_changes_known(const struct search *search, const struct var *var)
{
    const struct unit *unit = search->flows->unit;
    bool is_shared = var->storage == STORAGE_EXTERNAL;
    if (var->address_taken || unit->has_assembler || unit->has_aliases)
        return false;
    return !is_shared || (unit->is_whole && var->is_defined && !search->flows->has_declared);
}

static bool is_constant(const struct var *var)
{
    return var->init && element_type(var->type)->is_const &&
           (var->storage != STORAGE_EXTERNAL || (var->is_defined && !var->unit->has_weak));
}

static void follow_var(struct search *search, const struct var *var)
{
    if (is_followed(search, var))
        return;
    if (!is_plain(var->type)) {
        give_up(search);
        return;
    }
    if (var->init)
        follow_stored(search, var->init, var->type);
    if (is_constant(var))
        return;
    if (!are_changes_known(search, var)) {
        give_up(search);
        return;
    }
    follow_assignments(search, var);
    if (var->storage == STORAGE_PARAMETER)
        follow_arguments(search, var);
}

static void follow_result(struct search *search, const struct expr *call)
{
    const struct flows *flows = search->flows;
    const struct function *function =
        call->args[0]->kind == EXPR_FUNCTION ? call->args[0]->function : NULL;
    bool is_known = function && function->body && !function->is_declared &&
                    (function->is_static || !function->unit->has_weak);
    if (!is_known) {
        give_up(search);
        return;
    }
    for (size_t k = 0; k < search->functions.count; k++)
        if (search->functions.items[k] == function)
            return;
    LIST_PUSH(flows->unit->arena, search->functions, function);
    for (size_t k = 0; k < flows->returns.count; k++)
        if (flows->returns.items[k].function == function)
            follow_stored(search, flows->returns.items[k].expr, function->type->target);
}

/* E is a function, a pointer to one, or a record. */
static void follow(struct search *search, struct expr *e)
{
    const struct var *root = place_var(e);
    switch (e->kind) {
    case EXPR_FUNCTION:
        add_function(search, e->function);
        return;
    case EXPR_VAR:
    case EXPR_INDEX:
    case EXPR_MEMBER:
        if (root)
            follow_var(search, root);
        else
            give_up(search);
        return;
    case EXPR_ADDRESS:
    case EXPR_DEREF:
        if (e->args[0]->type->kind == TYPE_FUNCTION || e->type->kind == TYPE_FUNCTION)
            follow(search, e->args[0]);
        else
            give_up(search);
        return;
    case EXPR_COND:
        follow(search, e->args[1]);
        follow(search, e->args[2]);
        return;
    case EXPR_COMMA:
        follow(search, e->args[1]);
        return;
    case EXPR_ASSIGN:
        if (e->op == OP_NONE)
            follow(search, e->args[1]);
        else
            give_up(search);
        return;
    case EXPR_CALL:
        follow_result(search, e);
        return;
    case EXPR_INIT:
    case EXPR_COMPOUND:
        follow_stored(search, e, e->type);
        return;
    default:
        if (e->kind == EXPR_CAST && is_same_type(e))
            follow(search, e->args[0]);
        else if (!is_null(e))
            give_up(search);
        return;
    }
}

/* ---- all that there are ------------------------------------------------------------------- */

/* Types that are compatible are not always spelled alike: without a prototype, with an enumeration
 * or the integer type behind it, with an array's extent or without. */
static bool has_other_spellings(const struct type *function)
{
    return !has_prototype(function) || strstr(function->spelling, "enum ") ||
           strchr(function->spelling, '[');
}

/* Whether a pointer to WANTED can only come from the name of a function in sight: not out of a file
 * or library, nor from a pointer to something else. */
static bool are_names_known(const struct flows *flows, const struct type *wanted)
{
    const struct unit *unit = flows->unit;
    if (!unit->is_whole || flows->has_declared || has_other_spellings(wanted))
        return false;
    for (size_t k = 0; k < flows->conversions.count; k++)
        if (!strcmp(flows->conversions.items[k].expr->type->target->spelling, wanted->spelling))
            return false;
    for (size_t k = 0; k < unit->globals.count; k++)
        if (!unit->globals.items[k]->is_defined &&
            has_pointer_to(unit->globals.items[k]->type, wanted->spelling))
            return false;
    return true;
}

/* All functions of the type WANTED whose name is used as a value somewhere. */
static struct callees find_named(const struct flows *flows, const struct type *wanted)
{
    struct callees found = {.is_unknown = !are_names_known(flows, wanted)};
    for (size_t k = 0; k < flows->unit->functions.count; k++) {
        struct function *function = flows->unit->functions.items[k];
        if (!function->address_taken)
            continue;
        found.is_unknown |= has_other_spellings(function->type);
        if (!strcmp(function->type->spelling, wanted->spelling))
            LIST_PUSH(flows->unit->arena, found.list, function);
    }
    return found;
}

struct callees flows_find(const struct flows *flows, struct expr *e)
{
    const struct type *type = e->type->kind == TYPE_POINTER ? e->type->target : e->type;
    struct search search = {.flows = flows, .wanted = type->spelling};
    if (type->kind == TYPE_FUNCTION)
        follow(&search, e);
    else
        give_up(&search);
    if (!search.found.is_unknown)
        return search.found;
    struct callees named = find_named(flows, type);
    return named.is_unknown ? search.found : named;
}
