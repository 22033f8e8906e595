/*
 * Liveness of one variable from one point on, by following control forward.
 *
 * The lattice has two elements at each point of the body: false, no path from the end of the loop
 * leads here on which the variable still holds what the loop left in it; true, there may be one.
 * The end of the loop makes it true; a write of the whole variable, its declaration and a jump away
 * make it false; where paths meet, the parts are joined by "or". A read where it is true makes the
 * variable live. Everything is monotone, so a loop is followed again only when its end turned its
 * head from false to true, which happens once: the work is the size of the body times the depth of
 * its loops.
 *
 * A write is whole when it is an assignment to the variable's name. Every other mention of it
 * counts as a read, of arrays and records also one that writes a part. Operands that C does not
 * order are each followed from the same start, so that a write in one does not hide a read in
 * another.
 *
 * Gotos are not followed: in a function with a label, every mention outside of the loop counts, and
 * the loop is taken to be reached again. The same goes for what pointers do: the address may only
 * be lent, for the time of a call that does not keep it; else the variable is live.
 */
#include "live.h"

#include "assigned.h"
#include "summary.h"

struct flow {
    const struct stmt *loop;
    const struct var *var;
    bool loop_reads;
    bool reach; /* the lattice's element at this point */
    bool is_live;
    bool has_loop;  /* the loop was met */
    bool breaks;    /* joined: at the breaks out of the innermost loop or switch */
    bool continues; /* at the continues of the innermost loop */
    bool cases;     /* at the head of the innermost switch */
    bool has_default;
};

static void follow_stmt(struct flow *flow, struct stmt *stmt);
static void follow_expr(struct flow *flow, struct expr *e);

/* ---- expressions -------------------------------------------------------------------------- */

static void read_var(struct flow *flow)
{
    flow->is_live |= flow->reach;
}

static bool is_var(const struct flow *flow, const struct expr *e)
{
    return e->kind == EXPR_VAR && e->var == flow->var;
}

/* All of them are evaluated, nobody knows in which order. */
static void follow_unordered(struct flow *flow, struct expr *const *args, size_t count)
{
    bool before = flow->reach, behind = flow->reach;
    for (size_t k = 0; k < count; k++) {
        flow->reach = before;
        follow_expr(flow, args[k]);
        behind &= flow->reach;
    }
    flow->reach = behind;
}

static void follow_assign(struct flow *flow, struct expr *e)
{
    if (!is_var(flow, e->args[0])) {
        follow_unordered(flow, e->args, e->arg_count);
        return;
    }
    if (e->op != OP_NONE)
        read_var(flow);
    follow_expr(flow, e->args[1]);
    flow->reach = false;
}

/* The second operand is evaluated sometimes. */
static void follow_logical(struct flow *flow, struct expr *e)
{
    follow_expr(flow, e->args[0]);
    bool without = flow->reach;
    follow_expr(flow, e->args[1]);
    flow->reach |= without;
}

static void follow_cond(struct flow *flow, struct expr *e)
{
    follow_expr(flow, e->args[0]);
    bool start = flow->reach;
    follow_expr(flow, e->args[1]);
    bool then = flow->reach;
    flow->reach = start;
    follow_expr(flow, e->args[2]);
    flow->reach |= then;
}

/* The sizes of a variable-length array are evaluated where its type is written. */
static void follow_extents(struct flow *flow, const struct type *type)
{
    for (; type && (type->kind == TYPE_ARRAY || type->kind == TYPE_POINTER); type = type->target)
        if (type->extent)
            follow_expr(flow, type->extent);
}

static void follow_expr(struct flow *flow, struct expr *e)
{
    bool is_logical = e->op == OP_LOGICAL_AND || e->op == OP_LOGICAL_OR;
    switch (e->kind) {
    case EXPR_VAR:
        if (is_var(flow, e))
            read_var(flow);
        return;
    case EXPR_ASSIGN:
        follow_assign(flow, e);
        return;
    case EXPR_COND:
        follow_cond(flow, e);
        return;
    case EXPR_COMMA:
        follow_expr(flow, e->args[0]);
        follow_expr(flow, e->args[1]);
        return;
    case EXPR_BINARY:
        if (is_logical)
            follow_logical(flow, e);
        else
            follow_unordered(flow, e->args, e->arg_count);
        return;
    case EXPR_BLOCK:
        follow_stmt(flow, e->stmt);
        return;
    case EXPR_CAST:
        follow_extents(flow, e->type);
        follow_expr(flow, e->args[0]);
        return;
    default:
        follow_unordered(flow, e->args, e->arg_count);
        return;
    }
}

static void follow_optional(struct flow *flow, struct expr *e)
{
    if (e)
        follow_expr(flow, e);
}

/* ---- statements --------------------------------------------------------------------------- */

static void follow_declaration(struct flow *flow, const struct var *var)
{
    bool is_automatic = var->storage == STORAGE_LOCAL;
    follow_extents(flow, var->type);
    if (is_automatic && var->init)
        follow_expr(flow, var->init);
    if (var == flow->var)
        flow->reach = false;
}

static void follow_if(struct flow *flow, struct stmt *stmt)
{
    follow_expr(flow, stmt->expr);
    bool start = flow->reach;
    follow_stmt(flow, stmt->body);
    bool then = flow->reach;
    flow->reach = start;
    follow_stmt(flow, stmt->other);
    flow->reach |= then;
}

static bool is_endless(const struct stmt *stmt)
{
    return !stmt->expr || (stmt->expr->kind == EXPR_INT && stmt->expr->value != 0);
}

/* One round; returns what holds where the condition ends the loop. */
static bool follow_round(struct flow *flow, struct stmt *stmt)
{
    bool is_do = stmt->kind == STMT_DO, exit = false;
    flow->continues = false;
    if (!is_do) {
        follow_optional(flow, stmt->expr);
        exit = flow->reach && !is_endless(stmt);
    }
    follow_stmt(flow, stmt->body);
    flow->reach |= flow->continues;
    if (is_do) {
        follow_expr(flow, stmt->expr);
        exit = flow->reach && !is_endless(stmt);
    }
    follow_optional(flow, stmt->after);
    follow_optional(flow, stmt->step);
    return exit;
}

static void follow_loop(struct flow *flow, struct stmt *stmt)
{
    bool outer_breaks = flow->breaks, outer_continues = flow->continues;
    follow_stmt(flow, stmt->init);
    bool head = flow->reach;
    flow->breaks = false;
    bool exit = follow_round(flow, stmt);
    if (flow->reach && !head)
        exit |= follow_round(flow, stmt);
    flow->reach = exit || flow->breaks;
    flow->breaks = outer_breaks;
    flow->continues = outer_continues;
}

static void follow_switch(struct flow *flow, struct stmt *stmt)
{
    bool outer_breaks = flow->breaks, outer_cases = flow->cases;
    bool outer_default = flow->has_default;
    follow_expr(flow, stmt->expr);
    flow->cases = flow->reach;
    flow->breaks = flow->reach = flow->has_default = false;
    follow_stmt(flow, stmt->body);
    flow->reach |= flow->breaks || (!flow->has_default && flow->cases);
    flow->breaks = outer_breaks;
    flow->cases = outer_cases;
    flow->has_default = outer_default;
}

/* The loop's body is the caller's concern. */
static void follow_the_loop(struct flow *flow)
{
    flow->is_live |= flow->reach && flow->loop_reads;
    flow->has_loop = flow->reach = true;
}

/* What is not understood may be the target of a switch, go on, or leave a loop. */
static void follow_opaque(struct flow *flow)
{
    flow->reach |= flow->cases;
    flow->breaks |= flow->reach;
    flow->continues |= flow->reach;
}

static void follow_kind(struct flow *flow, struct stmt *stmt)
{
    switch (stmt->kind) {
    case STMT_IF:
        follow_if(flow, stmt);
        return;
    case STMT_FOR:
    case STMT_WHILE:
    case STMT_DO:
        follow_loop(flow, stmt);
        return;
    case STMT_SWITCH:
        follow_switch(flow, stmt);
        return;
    case STMT_CASE:
    case STMT_DEFAULT:
        flow->reach |= flow->cases;
        flow->has_default |= stmt->kind == STMT_DEFAULT;
        follow_stmt(flow, stmt->body);
        return;
    case STMT_BREAK:
        flow->breaks |= flow->reach;
        flow->reach = false;
        return;
    case STMT_CONTINUE:
        flow->continues |= flow->reach;
        flow->reach = false;
        return;
    case STMT_RETURN:
        follow_optional(flow, stmt->expr);
        flow->reach = false;
        return;
    case STMT_EXPR:
        follow_expr(flow, stmt->expr);
        return;
    case STMT_OPAQUE:
        follow_opaque(flow);
        return;
    case STMT_NULL:
    case STMT_DECLARE:
    case STMT_BLOCK:
    case STMT_LABEL:
    case STMT_GOTO:
        break;
    }
    for (size_t k = 0; k < stmt->vars.count; k++)
        follow_declaration(flow, stmt->vars.items[k]);
    for (size_t k = 0; k < stmt->stmts.count; k++)
        follow_stmt(flow, stmt->stmts.items[k]);
    follow_stmt(flow, stmt->body);
}

static void follow_stmt(struct flow *flow, struct stmt *stmt)
{
    if (!stmt)
        return;
    if (stmt == flow->loop)
        follow_the_loop(flow);
    else
        follow_kind(flow, stmt);
}

/* ---- mentions ----------------------------------------------------------------------------- */

struct search {
    const struct stmt *loop;
    const struct var *var;
    bool found;
};

static void search_mention(struct search *search, struct stmt *stmt);

static bool find_mention(struct expr *e, void *data)
{
    struct search *search = data;
    search->found |= e->kind == EXPR_VAR && e->var == search->var;
    if (e->kind == EXPR_CAST)
        for (const struct type *type = e->type; type; type = type->target)
            visit_expr(type->extent, find_mention, search);
    if (e->kind != EXPR_BLOCK)
        return !search->found;
    search_mention(search, e->stmt);
    return false;
}

static void search_mention(struct search *search, struct stmt *stmt)
{
    if (!stmt || stmt == search->loop)
        return;
    visit_expr(stmt->expr, find_mention, search);
    visit_expr(stmt->step, find_mention, search);
    visit_expr(stmt->after, find_mention, search);
    for (size_t k = 0; k < stmt->vars.count; k++) {
        visit_expr(stmt->vars.items[k]->init, find_mention, search);
        for (const struct type *type = stmt->vars.items[k]->type; type; type = type->target)
            visit_expr(type->extent, find_mention, search);
    }
    search_mention(search, stmt->init);
    search_mention(search, stmt->body);
    search_mention(search, stmt->other);
    for (size_t k = 0; k < stmt->stmts.count; k++)
        search_mention(search, stmt->stmts.items[k]);
}

static void find_declaration(struct stmt *stmt, void *data)
{
    struct search *search = data;
    for (size_t k = 0; k < stmt->vars.count; k++)
        search->found |= stmt->vars.items[k] == search->var;
}

static bool is_declared_in(struct stmt *loop, const struct var *var)
{
    struct search search = {.var = var};
    visit_stmts(loop, find_declaration, &search);
    return search.found;
}

/* ---- addresses ---------------------------------------------------------------------------- */

/* Whether E designates VAR or a part of it. */
static bool is_part(const struct expr *e, const struct var *var)
{
    while (e->kind == EXPR_MEMBER || ((e->kind == EXPR_INDEX || e->kind == EXPR_DEREF) &&
                                      e->args[0]->type->kind == TYPE_ARRAY))
        e = e->args[0];
    return e->kind == EXPR_VAR && e->var == var;
}

/* Whether E, the value of an expression, is the address of VAR or of a part of it. */
static bool is_address(const struct expr *e, const struct var *var)
{
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    return e->kind == EXPR_ADDRESS ? is_part(e->args[0], var)
                                   : e->type->kind == TYPE_ARRAY && is_part(e, var);
}

struct leak_search {
    const struct var *var;
    const struct expr *unused; /* a call whose result nobody looks at */
    bool found;
};

static void search_leak(struct leak_search *search, struct expr *e, bool is_place);

/* Subscripts in E, an address that is lent. */
static void search_subscripts(struct leak_search *search, struct expr *e)
{
    while (e->kind == EXPR_CAST || e->kind == EXPR_ADDRESS)
        e = e->args[0];
    search_leak(search, e, true);
}

static void search_call(struct leak_search *search, struct expr *e)
{
    search_leak(search, e->args[0], true);
    for (size_t k = 1; k < e->arg_count; k++) {
        bool is_lent = !call_keeps_argument(e, k - 1) &&
                       (e == search->unused || !call_returns_argument(e, k - 1));
        if (is_lent && is_address(e->args[k], search->var))
            search_subscripts(search, e->args[k]);
        else
            search_leak(search, e->args[k], false);
    }
}

static void search_stmt_leak(struct stmt *stmt, void *data)
{
    struct leak_search *search = data;
    const struct expr *unused = stmt->kind == STMT_EXPR ? stmt->expr : NULL;
    while (unused && unused->kind == EXPR_CAST)
        unused = unused->args[0];
    search->unused = unused;
    search->found |= stmt->kind == STMT_OPAQUE;
    if (stmt->expr)
        search_leak(search, stmt->expr, false);
    if (stmt->step)
        search_leak(search, stmt->step, false);
    if (stmt->after)
        search_leak(search, stmt->after, false);
    for (size_t k = 0; k < stmt->vars.count; k++)
        if (stmt->vars.items[k]->init)
            search_leak(search, stmt->vars.items[k]->init, false);
}

/* IS_PLACE: E is not evaluated to a value that could be kept, as the base of a subscript is not. A
 * statement expression ends in a value, which may be that of a call taken for unused. */
static void search_leak(struct leak_search *search, struct expr *e, bool is_place)
{
    search->found |= (!is_place && is_address(e, search->var)) || e->kind == EXPR_OPAQUE;
    switch (e->kind) {
    case EXPR_CALL:
        search_call(search, e);
        return;
    case EXPR_BLOCK:
        visit_stmts(e->stmt, search_stmt_leak, search);
        search->found |= e->type->kind == TYPE_POINTER || e->type->kind == TYPE_RECORD;
        return;
    default:
        break;
    }
    bool has_place = e->kind == EXPR_INDEX || e->kind == EXPR_MEMBER || e->kind == EXPR_DEREF ||
                     e->kind == EXPR_SIZEOF || e->kind == EXPR_ADDRESS;
    for (size_t k = 0; k < e->arg_count; k++)
        search_leak(search, e->args[k], has_place && k == 0);
}

/* Whether a pointer to VAR may exist other than for the time of a call. */
static bool is_leaked(const struct function *function, const struct var *var)
{
    if (!var->address_taken)
        return false;
    struct leak_search search = {.var = var};
    visit_stmts(function->body, search_stmt_leak, &search);
    return search.found;
}

/* ---- the answer --------------------------------------------------------------------------- */

static bool is_plain_automatic(const struct function *function, const struct var *var)
{
    return (var->storage == STORAGE_LOCAL || var->storage == STORAGE_PARAMETER) &&
           var->function == function && !var->type->is_volatile;
}

bool var_is_live_after(const struct function *function, const struct stmt *loop,
                       const struct var *var, bool loop_reads)
{
    if (!is_plain_automatic(function, var))
        return true;
    if (is_declared_in((struct stmt *)loop, var))
        return false;
    if (is_leaked(function, var))
        return true;
    if (function->has_label) {
        struct search search = {.loop = loop, .var = var};
        search_mention(&search, function->body);
        return search.found || loop_reads;
    }
    struct flow flow = {.loop = loop, .var = var, .loop_reads = loop_reads};
    follow_stmt(&flow, function->body);
    return flow.is_live || !flow.has_loop;
}
