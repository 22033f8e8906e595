/*
 * What the body of one function does to memory, as if its statements ran in any order and any
 * number of times. Each automatic variable stands for everything that is ever assigned to it or to
 * a part of it; the body is looked through again and again until nothing grows (summary.c).
 *
 * Why that covers every access. An access names an automatic variable of the function, and is then
 * no effect, or a static variable, or goes through a pointer. A pointer's value comes out of an
 * automatic variable whose address is not taken: then an assignment by name put it there. Or it is
 * an address, an allocation, or a call's result. Or it is loaded from memory, is the content of a
 * variable that pointers reach or of a union, or was made of a number: then it is unknown, which
 * covers everything.
 *
 * A pointer is kept when it is stored anywhere but in a variable whose address is not taken. An
 * allocation that is kept is not the caller's alone when it is returned.
 */
#include "summarise.h"

enum { MAX_REASONS = 8 };

static void scan_stmt(struct body *body, struct stmt *stmt);

/* ---- what grows --------------------------------------------------------------------------- */

void body_flag(struct body *body, bool *flag)
{
    body->changed |= !*flag;
    *flag = true;
}

static void add_bits(struct body *body, uint64_t *mask, uint64_t bits)
{
    body->changed |= (bits & ~*mask) != 0;
    *mask |= bits;
}

void body_join(struct body *body, struct targets *into, const struct targets *from)
{
    body->changed |= targets_join(body->arena, into, from);
}

static bool is_same_reason(const struct summary_reason *reason, const struct place *at,
                           enum diag_id id)
{
    return reason->id == id && reason->place.file == at->file && reason->place.line == at->line &&
           reason->place.column == at->column;
}

void body_reason(struct body *body, const struct place *at, enum diag_id id, const char *message)
{
    struct summary *summary = body->summary;
    if (summary->reasons.count == MAX_REASONS)
        return;
    for (size_t k = 0; k < summary->reasons.count; k++)
        if (is_same_reason(&summary->reasons.items[k], at, id))
            return;
    LIST_PUSH(body->arena, summary->reasons, ((struct summary_reason){id, *at, message}));
    body->changed = true;
}

void body_do_anything(struct body *body, const struct place *at, enum diag_id id,
                      const char *message)
{
    body_reason(body, at, id, message);
    body_flag(body, &body->read.unknown);
    body_flag(body, &body->written.unknown);
    body_flag(body, &body->freed.unknown);
}

void body_access(struct body *body, const struct targets *memory, enum access_way way,
                 const struct expr *at)
{
    struct targets outer = *memory;
    outer.fresh.count = 0;
    outer.local = outer.constant = outer.inside = false;
    body_join(body, way == ACCESS_READ ? &body->read : &body->written, &outer);
    if (way != ACCESS_FREE)
        return;
    body_join(body, &body->freed, &outer);
    if (outer.unknown || outer.vars.count || outer.states.count)
        body_reason(body, &at->place, DIAG_FREES_OUTER,
                    "this may free memory that was allocated before the iteration");
}

void body_keep(struct body *body, const struct targets *memory, const struct targets *what,
               const struct place *at)
{
    bool is_pointer = what->params || what->unknown || what->fresh.count || what->local;
    bool is_outer = memory->unknown || memory->vars.count || memory->states.count;
    body_join(body, &body->kept, what);
    if (is_pointer)
        add_bits(body, &body->summary->params_given, memory->params);
    if (is_pointer && is_outer)
        body_flag(body, &body->summary->stores_pointers);
    if ((what->fresh.count || what->local) && is_outer)
        body_reason(
            body, at, DIAG_POINTER_RESULT,
            "a pointer to memory of the iteration's own may be stored where it outlives the "
            "iteration");
}

/* ---- types -------------------------------------------------------------------------------- */

bool body_may_hold_pointer(const struct type *type)
{
    switch (type->kind) {
    case TYPE_POINTER:
    case TYPE_OTHER:
        return true;
    case TYPE_ARRAY:
        return body_may_hold_pointer(type->target);
    case TYPE_RECORD:
        for (size_t k = 0; k < type->fields.count; k++)
            if (body_may_hold_pointer(type->fields.items[k]->type))
                return true;
        return !type->is_complete;
    default:
        return false;
    }
}

static bool has_union(const struct type *type)
{
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    if (type->kind != TYPE_RECORD || type->is_union)
        return type->kind == TYPE_RECORD;
    for (size_t k = 0; k < type->fields.count; k++)
        if (has_union(type->fields.items[k]->type))
            return true;
    return false;
}

static bool is_volatile(const struct type *type)
{
    while (type->kind == TYPE_ARRAY && !type->is_volatile)
        type = type->target;
    return type->is_volatile;
}

static bool is_automatic(const struct var *var)
{
    return var->storage == STORAGE_LOCAL || var->storage == STORAGE_PARAMETER;
}

static void discard(struct body *body, struct expr *e)
{
    struct targets unused = {0};
    body_value(body, e, &unused);
}

/* The sizes of a variable-length array are evaluated where its type is written. */
static void scan_extents(struct body *body, const struct type *type)
{
    for (; type && (type->kind == TYPE_ARRAY || type->kind == TYPE_POINTER); type = type->target)
        if (type->extent)
            discard(body, type->extent);
}

/* ---- lvalues ------------------------------------------------------------------------------ */

/* What an lvalue designates: an automatic variable or a part of it, memory, or a value that has no
 * place (the member of a call's result). */
struct spot {
    struct var *local;
    struct targets memory;
    bool is_value;
    struct targets value;
};

static void find_spot(struct body *body, struct expr *e, struct spot *spot)
{
    switch (e->kind) {
    case EXPR_VAR:
        if (is_automatic(e->var))
            spot->local = e->var;
        else
            targets_add_var(body->arena, &spot->memory, e->var);
        return;
    case EXPR_MEMBER:
        find_spot(body, e->args[0], spot);
        return;
    case EXPR_INDEX:
        discard(body, e->args[1]);
        if (e->args[0]->type->kind == TYPE_ARRAY)
            find_spot(body, e->args[0], spot);
        else
            body_value(body, e->args[0], &spot->memory);
        return;
    case EXPR_DEREF:
        body_value(body, e->args[0], &spot->memory);
        return;
    case EXPR_STRING:
        spot->memory.constant = true;
        return;
    case EXPR_COMPOUND:
        body_value(body, e, &spot->value);
        spot->memory.local = true;
        return;
    default:
        spot->is_value = true;
        body_value(body, e, &spot->value);
        return;
    }
}

static struct targets *content_of(struct body *body, const struct var *var)
{
    for (size_t k = 0; k < body->contents.count; k++)
        if (body->contents.items[k].var == var)
            return &body->contents.items[k].targets;
    struct content content = {.var = var};
    if (var->storage == STORAGE_PARAMETER && body_may_hold_pointer(var->type))
        targets_add_param(&content.targets, (size_t)var->index);
    if (var->storage == STORAGE_PARAMETER)
        content.targets.inside = true;
    LIST_PUSH(body->arena, body->contents, content);
    return &body->contents.items[body->contents.count - 1].targets;
}

static void check_volatile(struct body *body, const struct spot *spot, const struct expr *at)
{
    if (is_volatile(at->type) && !targets_are_own(&spot->memory))
        body_reason(body, &at->place, DIAG_VOLATILE_ACCESS,
                    "volatile memory is accessed, which cannot be done in another process");
}

static void load(struct body *body, const struct spot *spot, const struct expr *at,
                 struct targets *into)
{
    bool is_pointer = body_may_hold_pointer(at->type);
    if (!spot->local && !spot->is_value) {
        check_volatile(body, spot, at);
        body_access(body, &spot->memory, ACCESS_READ, at);
        into->unknown |= is_pointer;
        return;
    }
    if (!is_pointer)
        return;
    if (spot->is_value) {
        targets_join(body->arena, into, &spot->value);
        return;
    }
    targets_join(body->arena, into, content_of(body, spot->local));
    into->unknown |= spot->local->address_taken || has_union(spot->local->type);
}

static void store(struct body *body, const struct spot *spot, const struct expr *at,
                  const struct targets *value)
{
    static const struct targets own = {.local = true};
    if (spot->local) {
        body_join(body, content_of(body, spot->local), value);
        if (spot->local->address_taken)
            body_keep(body, &own, value, &at->place);
        return;
    }
    check_volatile(body, spot, at);
    body_access(body, &spot->memory, ACCESS_WRITE, at);
    body_keep(body, &spot->memory, value, &at->place);
}

static void take_address(struct body *body, const struct spot *spot, bool is_start,
                         struct targets *into)
{
    struct targets address = {.inside = !is_start, .local = spot->local || spot->is_value};
    targets_join(body->arena, &address, &spot->memory);
    targets_join(body->arena, into, &address);
}

/* ---- expressions -------------------------------------------------------------------------- */

const struct expr *body_strip(const struct expr *e)
{
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    return e;
}

bool body_is_null(const struct expr *e)
{
    e = body_strip(e);
    return e->kind == EXPR_INT && e->value == 0;
}

static bool is_pointer(const struct expr *e)
{
    return e->type->kind == TYPE_POINTER || e->type->kind == TYPE_ARRAY;
}

/* The value of an lvalue; an array in a value context is its address. */
static void value_of_lvalue(struct body *body, struct expr *e, struct targets *into)
{
    struct spot spot = {0};
    find_spot(body, e, &spot);
    if (e->type->kind == TYPE_ARRAY)
        take_address(body, &spot, e->kind == EXPR_DEREF, into);
    else if (e->type->kind == TYPE_FUNCTION)
        into->constant = true;
    else
        load(body, &spot, e, into);
}

static void value_of_address(struct body *body, struct expr *e, struct targets *into)
{
    struct expr *operand = e->args[0];
    if (operand->kind == EXPR_FUNCTION) {
        into->constant = true;
        return;
    }
    struct spot spot = {0};
    find_spot(body, operand, &spot);
    take_address(body, &spot, operand->kind == EXPR_DEREF, into);
}

/* An unnamed object: what it is made of can be found through its address. */
static void value_of_compound(struct body *body, struct expr *e, struct targets *into)
{
    static const struct targets own = {.local = true};
    struct targets parts = {0};
    body_value(body, e->args[0], &parts);
    body_keep(body, &own, &parts, &e->place);
    if (e->type->kind == TYPE_ARRAY)
        into->local = into->inside = true;
    else
        targets_join(body->arena, into, &parts);
    into->unknown |= has_union(e->type) && body_may_hold_pointer(e->type);
}

static void value_of_binary(struct body *body, struct expr *e, struct targets *into)
{
    for (size_t k = 0; k < 2; k++)
        if (e->type->kind == TYPE_POINTER && is_pointer(e->args[k]))
            body_value(body, e->args[k], into);
        else
            discard(body, e->args[k]);
    into->inside |= e->type->kind == TYPE_POINTER;
}

static void value_of_assign(struct body *body, struct expr *e, struct targets *into)
{
    struct targets value = {0};
    struct spot spot = {0};
    if (e->op == OP_NONE)
        body_value(body, e->args[1], &value);
    else
        discard(body, e->args[1]);
    find_spot(body, e->args[0], &spot);
    if (e->op != OP_NONE) {
        load(body, &spot, e->args[0], &value);
        value.inside |= e->type->kind == TYPE_POINTER;
    }
    store(body, &spot, e->args[0], &value);
    targets_join(body->arena, into, &value);
}

static void value_of_step(struct body *body, struct expr *e, struct targets *into)
{
    struct targets value = {.inside = e->type->kind == TYPE_POINTER};
    struct spot spot = {0};
    find_spot(body, e->args[0], &spot);
    load(body, &spot, e->args[0], &value);
    store(body, &spot, e->args[0], &value);
    targets_join(body->arena, into, &value);
}

/* A pointer that becomes a number is lost track of, and a number can become any pointer. */
static void value_of_cast(struct body *body, struct expr *e, struct targets *into)
{
    static const struct targets anywhere = {.unknown = true};
    struct expr *operand = e->args[0];
    scan_extents(body, e->type);
    if (e->type->kind == TYPE_POINTER && !is_pointer(operand) &&
        operand->type->kind != TYPE_FUNCTION) {
        discard(body, operand);
        into->unknown |= !body_is_null(operand);
    } else if (e->type->kind == TYPE_INTEGER && !e->type->is_bool && is_pointer(operand)) {
        struct targets value = {0};
        body_value(body, operand, &value);
        body_keep(body, &anywhere, &value, &e->place);
    } else {
        body_value(body, operand, into);
    }
}

/* The value of a statement expression is that of its last statement. */
static void value_of_block(struct body *body, struct expr *e, struct targets *into)
{
    struct stmt *block = e->stmt;
    for (size_t k = 0; k < block->stmts.count; k++) {
        struct stmt *stmt = block->stmts.items[k];
        bool is_last = k + 1 == block->stmts.count;
        if (is_last && stmt->kind == STMT_EXPR)
            body_value(body, stmt->expr, into);
        else
            scan_stmt(body, stmt);
        into->unknown |= is_last && stmt->kind != STMT_EXPR && body_may_hold_pointer(e->type);
    }
}

static void value_of_opaque(struct body *body, struct expr *e, struct targets *into)
{
    static const struct targets anywhere = {.unknown = true};
    struct targets parts = {0};
    for (size_t k = 0; k < e->arg_count; k++)
        body_value(body, e->args[k], &parts);
    body_keep(body, &anywhere, &parts, &e->place);
    body_do_anything(body, &e->place, DIAG_UNKNOWN_CONSTRUCT,
                     "ppcc does not know what this expression does; take it out of the loop");
    into->unknown |= body_may_hold_pointer(e->type);
}

static void values_of_args(struct body *body, struct expr *e, size_t from, struct targets *into)
{
    for (size_t k = 0; k < e->arg_count; k++)
        if (k < from)
            discard(body, e->args[k]);
        else
            body_value(body, e->args[k], into);
}

void body_value(struct body *body, struct expr *e, struct targets *into)
{
    switch (e->kind) {
    case EXPR_INT:
    case EXPR_FLOAT:
        return;
    case EXPR_STRING:
    case EXPR_FUNCTION:
        into->constant = true;
        return;
    case EXPR_VAR:
    case EXPR_INDEX:
    case EXPR_MEMBER:
    case EXPR_DEREF:
        value_of_lvalue(body, e, into);
        return;
    case EXPR_ADDRESS:
        value_of_address(body, e, into);
        return;
    case EXPR_BINARY:
        value_of_binary(body, e, into);
        return;
    case EXPR_ASSIGN:
        value_of_assign(body, e, into);
        return;
    case EXPR_STEP:
        value_of_step(body, e, into);
        return;
    case EXPR_COND:
    case EXPR_COMMA:
        values_of_args(body, e, 1, into);
        return;
    case EXPR_CALL:
        body_call(body, e, into);
        return;
    case EXPR_CAST:
        value_of_cast(body, e, into);
        return;
    case EXPR_INIT:
        values_of_args(body, e, 0, into);
        return;
    case EXPR_UNARY:
    case EXPR_SIZEOF:
        values_of_args(body, e, e->arg_count, into);
        return;
    case EXPR_COMPOUND:
        value_of_compound(body, e, into);
        return;
    case EXPR_BLOCK:
        value_of_block(body, e, into);
        return;
    case EXPR_OPAQUE:
        value_of_opaque(body, e, into);
        return;
    }
}

/* ---- statements --------------------------------------------------------------------------- */

static void scan_declaration(struct body *body, struct var *var)
{
    scan_extents(body, var->type);
    if (!var->init || !is_automatic(var))
        return;
    struct targets value = {0};
    struct spot spot = {.local = var};
    body_value(body, var->init, &value);
    store(body, &spot, var->init, &value);
}

static void scan_stmt(struct body *body, struct stmt *stmt)
{
    if (!stmt)
        return;
    scan_stmt(body, stmt->init);
    if (stmt->kind == STMT_RETURN && stmt->expr) {
        struct targets value = {0};
        body_value(body, stmt->expr, &value);
        body_join(body, &body->summary->result, &value);
    } else if (stmt->expr) {
        discard(body, stmt->expr);
    }
    if (stmt->step)
        discard(body, stmt->step);
    if (stmt->after)
        discard(body, stmt->after);
    for (size_t k = 0; k < stmt->vars.count; k++)
        scan_declaration(body, stmt->vars.items[k]);
    scan_stmt(body, stmt->body);
    scan_stmt(body, stmt->other);
    for (size_t k = 0; k < stmt->stmts.count; k++)
        scan_stmt(body, stmt->stmts.items[k]);
    if (stmt->kind == STMT_OPAQUE)
        body_do_anything(body, &stmt->place, DIAG_UNKNOWN_CONSTRUCT,
                         "ppcc does not know what this statement does; take it out of the loop");
}

/* A parameter whose address is taken can be found with what it came with. */
static void scan_parameter(struct body *body, const struct var *param)
{
    static const struct targets own = {.local = true};
    struct targets value = *content_of(body, param);
    scan_extents(body, param->type);
    if (param->address_taken)
        body_keep(body, &own, &value, &param->place);
}

void body_scan(struct body *body)
{
    for (size_t k = 0; k < body->function->params.count; k++)
        scan_parameter(body, body->function->params.items[k]);
    scan_stmt(body, body->function->body);
}
