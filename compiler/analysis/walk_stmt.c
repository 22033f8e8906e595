/*
 * Statements: control flow. Each statement turns what is known before it (walker->env) into what is
 * known behind it. Loops inside are walk_inner.c's.
 */
#include "alias.h"
#include "assigned.h"
#include "leave.h"
#include "own.h"
#include "sections.h"
#include "walk.h"

#include <string.h>

/* ---- blocks, and jumps to their labels ---------------------------------------------------- */

/* Where a statement of a block begins, and how many ways out there were until then. */
struct mark_in_block {
    struct context *context;
    size_t jumps, leaves;
};

static size_t count_leaves(const struct walker *walker)
{
    size_t count = walker->frame->returns.list.count;
    count += walker->breaks ? walker->breaks->list.count : 0;
    return count + (walker->continues ? walker->continues->list.count : 0);
}

/* The jumps that end at LABEL join what is known. As all that does not leave the block comes here,
 * what happens from now on happens whenever the first statement with such a jump was reached. */
static void land(struct walker *walker, const char *label, const struct mark_in_block *marks,
                 size_t count)
{
    size_t first = walker->jumps.count, others = 0;
    for (size_t k = 0; k < walker->jumps.count; k++) {
        struct jump *jump = &walker->jumps.items[k];
        if (!jump->label || jump->frame != walker->frame || strcmp(jump->label, label)) {
            others += jump->label && k > first;
            continue;
        }
        first = k < first ? k : first;
        jump->env.state = ALIVE;
        walker->env =
            walker->env.state == ALIVE ? env_join(walker, &walker->env, &jump->env) : jump->env;
        jump->label = NULL;
    }
    if (first == walker->jumps.count)
        return;
    const struct mark_in_block *mark = &marks[count - 1];
    while (mark > marks && mark->jumps > first)
        mark--;
    bool leaves = others || count_leaves(walker) != mark->leaves;
    walker->env.context = leaves ? context_unknown(walker, mark->context) : mark->context;
}

static void walk_block(struct walker *walker, const struct stmt *block)
{
    size_t count = block->stmts.count;
    struct mark_in_block *marks = arena_alloc(walker->arena, count * sizeof *marks);
    for (size_t k = 0; k < count; k++) {
        struct stmt *stmt = block->stmts.items[k];
        for (const struct stmt *l = stmt; k && l && l->kind == STMT_LABEL; l = l->body)
            if (!walker->unordered)
                land(walker, l->name, marks, k);
        marks[k] =
            (struct mark_in_block){walker->env.context, walker->jumps.count, count_leaves(walker)};
        walk_stmt(walker, stmt);
    }
}

static void walk_goto(struct walker *walker, const struct stmt *stmt)
{
    struct jump jump = {stmt->name, walker->frame, env_copy(walker, &walker->env)};
    if (!walker->unordered)
        LIST_PUSH(walker->arena, walker->jumps, jump);
    env_die(walker, DEAD_JUMP);
}

static void walk_declaration(struct walker *walker, const struct stmt *stmt)
{
    for (size_t k = 0; k < stmt->vars.count; k++) {
        struct var *var = stmt->vars.items[k];
        if (var->storage != STORAGE_LOCAL)
            continue; /* a static or extern one; its initializer is no part of the iteration */
        struct object *object = declare_own(walker, var);
        bool is_scalar = var->type->kind == TYPE_INTEGER || var->type->kind == TYPE_POINTER;
        struct value value = value_unknown(walker, var->type);
        if (var->init)
            value = walk_value(walker, var->init);
        if (is_scalar && value.kind == VALUE_OTHER)
            value = value_unknown(walker, var->type);
        if (is_scalar)
            env_assign(walker, object, value);
        bool is_hidden = is_scalar && !var->address_taken;
        if (var->init && var->init->kind != EXPR_INIT && !is_hidden &&
            type_holds_pointer(var->type))
            own_store(walker, var->type, &own_element, &value);
        if (var->type->is_volatile || var->type->is_atomic)
            env_set(walker, object, value_unknown(walker, var->type));
    }
}

/* How many accesses, and certain ones, there are. */
struct mark {
    size_t accesses, certain;
};

static struct mark mark_accesses(const struct walker *walker)
{
    return (struct mark){walker->trace->accesses.count, walker->trace->certain.count};
}

/* Whether something from FROM to TO accesses in the context START what ACCESS does. */
static bool has_twin(const struct trace *trace, const struct access *access,
                     const struct context *start, const struct mark *from, const struct mark *to)
{
    for (size_t k = from->accesses; k < to->accesses; k++) {
        const struct access *twin = &trace->accesses.items[k];
        if (twin->context == start && twin->is_sure && twin->object == access->object &&
            poly_equal(twin->offset, access->offset) && poly_equal(twin->length, access->length))
            return true;
    }
    for (size_t k = from->certain; k < to->certain; k++) {
        const struct access *twin = &trace->certain.items[k];
        if (twin->context == start && twin->object == access->object &&
            poly_equal(twin->offset, access->offset) && poly_equal(twin->length, access->length))
            return true;
    }
    return false;
}

/* The two branches of an if statement, for what both of them surely access. */
struct branches {
    struct context *outer;
    const struct branch *then, *other;
    struct mark at_then, at_other, end;
};

static void note_if_certain(struct walker *walker, const struct branches *branches,
                            struct access access)
{
    if (access.context != branches->then->start || !access.is_sure ||
        !has_twin(walker->trace, &access, branches->other->start, &branches->at_other,
                  &branches->end))
        return;
    access.context = branches->outer;
    LIST_PUSH(walker->arena, walker->trace->certain, access);
}

/* What both branches surely access is accessed whenever the if statement is reached. */
static void note_certain(struct walker *walker, const struct branches *branches)
{
    const struct trace *trace = walker->trace;
    for (size_t k = branches->at_then.accesses; k < branches->at_other.accesses; k++)
        note_if_certain(walker, branches, trace->accesses.items[k]);
    for (size_t k = branches->at_then.certain; k < branches->at_other.certain; k++)
        note_if_certain(walker, branches, trace->certain.items[k]);
}

static void find_entry(struct stmt *stmt, void *data)
{
    bool *found = data;
    *found |= stmt->kind == STMT_LABEL || stmt->kind == STMT_CASE || stmt->kind == STMT_DEFAULT;
}

/* One branch of an if statement; IS_NEVER: only a jump could lead there. */
static void walk_branch(struct walker *walker, struct stmt *stmt, bool is_never)
{
    bool has_entry = false;
    visit_stmts(stmt, find_entry, &has_entry);
    if (is_never && !has_entry)
        env_die(walker, DEAD_EXIT);
    else if (stmt)
        walk_stmt(walker, stmt);
}

static void walk_if(struct walker *walker, struct stmt *stmt)
{
    const struct condition *condition = walk_condition(walker, stmt->expr);
    struct context *outer = walker->env.context;
    struct env before = env_copy(walker, &walker->env);

    struct branch then = {.start = context_assume(walker, outer, condition, true)};
    const struct mark at_then = mark_accesses(walker);
    walker->env.context = then.start;
    walk_branch(walker, stmt->body, condition_is_never(condition, true));
    then.env = walker->env;
    const struct mark at_other = mark_accesses(walker);

    struct branch other = {.start = context_assume(walker, outer, condition, false)};
    walker->env = before;
    walker->env.context = other.start;
    walk_branch(walker, stmt->other, condition_is_never(condition, false));
    other.env = walker->env;
    walker->env = env_join_branches(walker, outer, &then, &other);
    const struct branches branches = {outer,   &then,    &other,
                                      at_then, at_other, mark_accesses(walker)};
    note_certain(walker, &branches);
}

/* ---- jumps -------------------------------------------------------------------------------- */

static void jump(struct walker *walker, struct env_list *to)
{
    if (to)
        LIST_PUSH(walker->arena, to->list, env_copy(walker, &walker->env));
    env_die(walker, DEAD_JUMP);
}

/* Each case can be reached from the switch or from the statement before it, with anything that the
 * whole body changes; its lesson is kept like that of a loop. */
static void walk_label(struct walker *walker, struct stmt *stmt)
{
    if (walker->switch_head && walker->switch_loop != walker->loop)
        walk_stmt_reason(walker, stmt, "this case label leads into the middle of a loop");
    if (walker->switch_head) {
        struct env head = env_copy(walker, walker->switch_head);
        walker->env = walker->env.state == ALIVE ? env_join(walker, &walker->env, &head) : head;
        walker->env.context = context_unknown(walker, walker->switch_head->context);
        walker->env.state = ALIVE;
    }
    if (stmt->body)
        walk_stmt(walker, stmt->body);
}

static bool has_default(const struct stmt *stmt)
{
    if (!stmt || stmt->kind == STMT_SWITCH)
        return false;
    if (stmt->kind == STMT_DEFAULT)
        return true;
    for (size_t k = 0; k < stmt->stmts.count; k++)
        if (has_default(stmt->stmts.items[k]))
            return true;
    return has_default(stmt->body) || has_default(stmt->other);
}

static void walk_switch(struct walker *walker, struct stmt *stmt)
{
    walk_value(walker, stmt->expr);
    struct env_list breaks = {0}, *outer_breaks = walker->breaks;
    struct env *outer_head = walker->switch_head;
    struct inner_loop *outer_loop = walker->switch_loop;
    struct env head = env_copy(walker, &walker->env);
    size_t returns = walker->frame->returns.list.count;
    size_t continues = walker->continues ? walker->continues->list.count : 0;
    walker->switch_head = &head;
    walker->switch_loop = walker->loop;
    walker->breaks = &breaks;
    env_die(walker, DEAD_JUMP);
    walk_stmt(walker, stmt->body);
    walker->switch_head = outer_head;
    walker->switch_loop = outer_loop;
    walker->breaks = outer_breaks;
    if (!has_default(stmt->body))
        walker->env = env_join(walker, &walker->env, &head);
    env_join_all(walker, &breaks);
    bool escapes = walker->frame->returns.list.count != returns ||
                   (walker->continues && walker->continues->list.count != continues);
    walker->env.context = escapes ? context_unknown(walker, head.context) : head.context;
}

/* Whether the statement, or somebody whom it calls, may assign to the variable. */
static bool may_change(struct stmt *stmt, const struct object *object)
{
    const struct var *var = object->var;
    return !var || var->address_taken || var->storage >= STORAGE_STATIC_LOCAL ||
           stmt_assigns(stmt, var);
}

/* Jumps by goto, if they are not simple, can repeat or skip what lies between. What is known of a
 * variable that is assigned anywhere near does not survive a label, and no access in such a
 * function has a certain order (walker->unordered). */
static void walk_goto_label(struct walker *walker, struct stmt *stmt)
{
    struct stmt *root = (struct stmt *)walker->root;
    struct stmt *whole = walker->frame->caller    ? walker->frame->function->body
                         : root->kind == STMT_FOR ? root->body
                                                  : root;
    for (size_t k = 0; k < walker->env.bindings.count; k++) {
        struct binding *binding = &walker->env.bindings.items[k];
        binding->is_assigned = false;
        if (may_change(whole, binding->object))
            binding->value = value_unknown(walker, binding->object->type);
    }
    if (walker->loop != walker->frame->loop)
        walk_stmt_reason(walker, stmt, "this label stands in a loop inside of the iteration");
    walker->env.state = ALIVE;
    walker->env.context = context_unknown(walker, walker->frame->context);
    walk_stmt(walker, stmt->body);
}

static void walk_return(struct walker *walker, const struct stmt *stmt)
{
    struct frame *frame = walker->frame;
    if (stmt->expr) {
        bool is_outermost = !frame->caller;
        struct expr *e = is_outermost ? leave_value(walker->annotated, stmt) : stmt->expr;
        struct value value = walk_value(walker, e);
        struct outcome outcome = {value, stmt->expr->type, walker->env.context};
        LIST_PUSH(walker->arena, frame->outcomes, outcome);
    }
    jump(walker, &frame->returns);
}

static void walk_expr_stmt(struct walker *walker, const struct stmt *stmt)
{
    unsigned outer = walker->statement_order;
    walker->statement_order = walker->order;
    walk_effect(walker, stmt->expr);
    walker->statement_order = outer;
}

/* Assembler that goes on to the next statement is as good as a call. */
static void walk_opaque(struct walker *walker, struct stmt *stmt)
{
    struct expr *at = ARENA_NEW(walker->arena, struct expr);
    *at = (struct expr){.kind = EXPR_OPAQUE, .place = stmt->place, .end = stmt->end};
    const struct unseen unseen = {.at = at, .may_write = true, .names_any_own = true};
    if (!stmt->is_assembler || !walk_unseen(walker, &unseen))
        walk_stmt_reason(walker, stmt,
                         "ppcc does not know what this statement does; take it out of the loop");
}

void walk_stmt(struct walker *walker, struct stmt *stmt)
{
    bool is_label = stmt->kind == STMT_CASE || stmt->kind == STMT_DEFAULT ||
                    stmt->kind == STMT_LABEL || stmt->kind == STMT_BLOCK;
    if (walker->gave_up ||
        (walker->env.state != ALIVE && !is_label && !walker->switch_head && !walker->unordered))
        return;
    switch (stmt->kind) {
    case STMT_NULL:
        return;
    case STMT_EXPR:
        walk_expr_stmt(walker, stmt);
        return;
    case STMT_DECLARE:
        walk_declaration(walker, stmt);
        return;
    case STMT_BLOCK:
        walk_block(walker, stmt);
        return;
    case STMT_IF:
        if (!walk_extremum(walker, stmt) && !walk_best(walker, stmt))
            walk_if(walker, stmt);
        return;
    case STMT_FOR:
        walk_for(walker, stmt);
        return;
    case STMT_WHILE:
    case STMT_DO:
        walk_any_loop(walker, stmt);
        return;
    case STMT_SWITCH:
        walk_switch(walker, stmt);
        return;
    case STMT_CASE:
    case STMT_DEFAULT:
        walk_label(walker, stmt);
        return;
    case STMT_LABEL:
        if (walker->unordered)
            walk_goto_label(walker, stmt);
        else
            walk_stmt(walker, stmt->body);
        return;
    case STMT_GOTO:
        walk_goto(walker, stmt);
        return;
    case STMT_BREAK:
        jump(walker, walker->breaks);
        return;
    case STMT_CONTINUE:
        jump(walker, walker->continues);
        return;
    case STMT_RETURN:
        walk_return(walker, stmt);
        return;
    case STMT_OPAQUE:
        walk_opaque(walker, stmt);
        return;
    }
}
