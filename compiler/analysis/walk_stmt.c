/*
 * Statements: control flow. Each statement turns what is known before it (walker->env) into what is
 * known behind it. Loops inside are walked once, for any of their iterations: what their body
 * changes has an opaque value at the start of an iteration, as lessons of earlier walks say; if the
 * body changes something else, that is a new lesson and the whole walk is repeated.
 */
#include "alias.h"
#include "assigned.h"
#include "relation.h"
#include "shape.h"
#include "walk.h"

static void walk_block(struct walker *walker, const struct stmt *stmt)
{
    for (size_t k = 0; k < stmt->stmts.count; k++)
        walk_stmt(walker, stmt->stmts.items[k]);
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

static void walk_if(struct walker *walker, struct stmt *stmt)
{
    const struct condition *condition = walk_condition(walker, stmt->expr);
    struct context *outer = walker->env.context;
    struct env before = env_copy(walker, &walker->env);

    struct branch then = {.start = context_assume(walker, outer, condition, true)};
    const struct mark at_then = mark_accesses(walker);
    walker->env.context = then.start;
    walk_stmt(walker, stmt->body);
    then.env = walker->env;
    const struct mark at_other = mark_accesses(walker);

    struct branch other = {.start = context_assume(walker, outer, condition, false)};
    walker->env = before;
    walker->env.context = other.start;
    if (stmt->other)
        walk_stmt(walker, stmt->other);
    other.env = walker->env;
    walker->env = env_join_branches(walker, outer, &then, &other);
    const struct branches branches = {outer,   &then,    &other,
                                      at_then, at_other, mark_accesses(walker)};
    note_certain(walker, &branches);
}

/* ---- loops inside ------------------------------------------------------------------------- */

static void die(struct walker *walker, enum liveliness how)
{
    walker->env.state = how;
}

static void join_into(struct walker *walker, const struct env_list *list)
{
    for (size_t k = 0; k < list->list.count; k++)
        walker->env = env_join(walker, &walker->env, &list->list.items[k]);
}

static bool is_in(const struct var *var, struct var *const *vars, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (vars[k] == var)
            return true;
    return false;
}

/* At the start of an iteration, what the body changes can have any value; a pointer still points
 * into the same object unless it was seen to change that too. */
static void forget_changed(struct walker *walker, const struct lesson *lesson)
{
    for (size_t k = 0; k < walker->env.bindings.count; k++) {
        struct binding *binding = &walker->env.bindings.items[k];
        struct var *var = binding->object->var;
        if (!var || !is_in(var, lesson->changed.items, lesson->changed.count))
            continue;
        struct value unknown = value_unknown(walker, var->type);
        bool keeps_object = binding->value.kind == VALUE_POINTER &&
                            !is_in(var, lesson->moved.items, lesson->moved.count);
        if (keeps_object) {
            struct atom *offset = trace_atom(walker->trace, ATOM_OPAQUE, NULL, NULL);
            offset->loop = walker->loop;
            binding->value.pointer.offset = poly_atom(walker->arena, offset);
            binding->value.pointer.limit = NULL;
        } else {
            binding->value = unknown;
        }
    }
}

/* Variables of outer memory that the body changes, but that have no binding yet when the loop
 * begins, get one, so that a read in the loop does not take them for unchanged. */
static void bind_changed(struct walker *walker, const struct lesson *lesson)
{
    for (size_t k = 0; k < lesson->changed.count; k++) {
        struct object *object = object_of_var(walker, lesson->changed.items[k]);
        struct value value;
        if (object->kind != OBJECT_OWN && !env_find(&walker->env, object, &value))
            env_set(walker, object, value_unknown(walker, object->type));
    }
}

static void learn(struct walker *walker, struct lesson *lesson, const struct binding *now,
                  const struct value *head)
{
    struct var *var = now->object->var;
    bool moved = now->value.kind == VALUE_POINTER && head->kind == VALUE_POINTER &&
                 now->value.pointer.object != head->pointer.object;
    if (!is_in(var, lesson->changed.items, lesson->changed.count)) {
        LIST_PUSH(walker->arena, lesson->changed, var);
        walker->again = true;
    }
    if (moved && !is_in(var, lesson->moved.items, lesson->moved.count)) {
        LIST_PUSH(walker->arena, lesson->moved, var);
        walker->again = true;
    }
}

/* Compares what holds at the end of an iteration with what was taken to hold at its start. A
 * variable that the lesson names is expected to change, but a pointer only within its object. */
static void compare_with_head(struct walker *walker, struct lesson *lesson, const struct env *head)
{
    if (walker->env.state != ALIVE)
        return;
    for (size_t k = 0; k < walker->env.bindings.count; k++) {
        const struct binding *now = &walker->env.bindings.items[k];
        struct value before;
        if (!now->object->var)
            continue;
        if (!env_find(head, now->object, &before)) {
            if (now->object->kind != OBJECT_OWN) /* outer memory, first written in the body */
                learn(walker, lesson, now, &now->value);
        } else if (!value_equal(&now->value, &before)) {
            learn(walker, lesson, now, &before);
        }
    }
}

struct steady_search {
    const struct lesson *lesson;
    bool found;
};

static bool find_unsteady(struct expr *e, void *data)
{
    struct steady_search *search = data;
    if (e->kind == EXPR_ASSIGN || e->kind == EXPR_STEP || e->kind == EXPR_BLOCK ||
        e->kind == EXPR_OPAQUE)
        search->found = true;
    if (e->kind == EXPR_VAR &&
        is_in(e->var, search->lesson->changed.items, search->lesson->changed.count))
        search->found = true;
    return !search->found;
}

/* Whether BOUND, whose outer memory was seen not to change, depends on no variable that the body
 * changes and, but for calls, has no effects. */
static bool is_steady(struct expr *bound, const struct lesson *lesson)
{
    struct steady_search search = {.lesson = lesson};
    visit_expr(bound, find_unsteady, &search);
    return !search.found;
}

static bool reads_what_is_written(struct walker *walker, size_t read_from, size_t read_to)
{
    struct trace *trace = walker->trace;
    for (size_t r = read_from; r < read_to; r++)
        for (size_t w = read_to; w < trace->accesses.count; w++)
            if (trace->accesses.items[w].is_write &&
                accesses_may_meet(trace, &trace->accesses.items[w], &trace->accesses.items[r]))
                return true;
    return false;
}

/*
 * Whether the counter stays between start and bound. It does unless it wraps round: a counter that
 * C lets wrap must not have to pass the end of its type to reach the bound, and one that is
 * compared with != must start on the right side of the bound and come to meet it.
 */
static bool range_is_certain(struct walker *walker, const struct inner_loop *loop,
                             const struct loop_shape *shape, const struct poly *bound)
{
    static const struct type natural = {.kind = TYPE_INTEGER, .size = 8};
    struct trace *trace = walker->trace;
    const struct type *type = shape->counter->type;
    int64_t direction = shape->counts_down ? -1 : 1;
    if (shape->relation == OP_NE) {
        const struct poly *distance = poly_subtract(walker->arena, bound, loop->start);
        return shape->step_value == 1 &&
               value_fits(trace, loop->context, poly_scale(walker->arena, distance, direction),
                          &natural);
    }
    bool mixes_signs = type->is_signed && !shape->compare_type->is_signed;
    if (mixes_signs && (!value_is_natural(trace, loop->context, loop->start) ||
                        !value_is_natural(trace, loop->context, bound)))
        return false; /* a negative counter would be compared as a large number */
    if (type->is_signed && type->size >= 4 && !trace->unit->wraps_signed)
        return true;
    const struct poly *last =
        poly_add(walker->arena, bound, poly_constant(walker->arena, loop->step - direction));
    return value_fits(trace, loop->context, last, type);
}

/* The canonical loop's range: counter from start, below (above) an exclusive bound. */
static void set_range(struct walker *walker, struct inner_loop *loop,
                      const struct loop_shape *shape, const struct poly *bound)
{
    int64_t direction = shape->counts_down ? -1 : 1;
    loop->step = direction * shape->step_value;
    if (shape->relation == OP_LE || shape->relation == OP_GE)
        bound = poly_add(walker->arena, bound, poly_constant(walker->arena, direction));
    if (!range_is_certain(walker, loop, shape, bound)) {
        loop->start = NULL;
        return;
    }
    loop->bound = bound;
    loop->is_exact = bound && loop->start;
}

struct inner_walk {
    struct inner_loop *loop;
    struct lesson *lesson;
    const struct stmt *stmt;
    struct env_list breaks, continues, *outer_breaks, *outer_continues;
    size_t returns;
    struct context *before;
};

static void enter(struct walker *walker, struct inner_walk *inner, const struct stmt *stmt)
{
    struct inner_loop *loop = ARENA_NEW(walker->arena, struct inner_loop);
    loop->outer = walker->loop;
    loop->context = walker->env.context;
    loop->id = walker->loops++;
    loop->depth = loop->outer ? loop->outer->depth + 1 : 1;
    inner->loop = loop;
    inner->stmt = stmt;
    inner->lesson = lesson_of(walker, stmt);
    inner->before = walker->env.context;
    inner->outer_breaks = walker->breaks;
    inner->outer_continues = walker->continues;
    inner->returns = walker->frame->returns.list.count;
}

static void begin_iteration(struct walker *walker, struct inner_walk *inner)
{
    bind_changed(walker, inner->lesson);
    walker->loop = inner->loop;
    walker->breaks = &inner->breaks;
    walker->continues = &inner->continues;
    walker->env.context = context_loop(walker, inner->loop);
    forget_changed(walker, inner->lesson);
}

/* Behind the loop: what held at the start of some iteration, or at a break. */
static void leave(struct walker *walker, struct inner_walk *inner, struct env *head)
{
    walker->loop = inner->loop->outer;
    walker->breaks = inner->outer_breaks;
    walker->continues = inner->outer_continues;
    walker->env = *head;
    walker->env.state = ALIVE;
    join_into(walker, &inner->breaks);
    forget_changed(walker, inner->lesson);
    bool escapes = walker->frame->returns.list.count != inner->returns;
    if (inner->breaks.list.count || escapes)
        inner->loop->is_exact = false;
    walker->env.context = escapes ? context_unknown(walker, inner->before) : inner->before;
}

/* The counter of a canonical loop must be what it was at the start when the body is through. */
static bool counter_is_kept(struct walker *walker, const struct object *counter,
                            const struct inner_loop *loop)
{
    struct value value;
    if (walker->env.state != ALIVE || !env_find(&walker->env, counter, &value))
        return walker->env.state != ALIVE;
    return value.kind == VALUE_INTEGER &&
           poly_equal(value.integer, poly_atom(walker->arena, loop->counter));
}

static bool writes_between(const struct walker *walker, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        if (walker->trace->accesses.items[k].is_write)
            return true;
    return false;
}

/* A call in the bound has to yield the same at the head of each iteration, and to leave no trace.
 */
static void walk_canonical(struct walker *walker, struct stmt *stmt, const struct loop_shape *shape)
{
    walk_stmt(walker, stmt->init);
    struct object *counter = object_of_var(walker, shape->counter);
    struct inner_walk inner = {0};
    enter(walker, &inner, stmt);
    struct inner_loop *loop = inner.loop;
    struct value start;
    if (env_find(&walker->env, counter, &start) && start.kind == VALUE_INTEGER)
        loop->start = start.integer;

    size_t reads_from = walker->trace->accesses.count, own_loads = walker->own_loads;
    struct value bound = walk_value(walker, shape->bound);
    size_t reads_to = walker->trace->accesses.count;
    bool calls = expr_contains(shape->bound, EXPRS_CALL);
    bool reads_own = walker->own_loads != own_loads; /* memory that is not traced */
    set_range(walker, loop, shape, bound.kind == VALUE_INTEGER ? bound.integer : NULL);

    loop->counter =
        trace_atom(walker->trace, ATOM_INNER, shape->counter->type, shape->counter->name);
    loop->counter->loop = loop;
    begin_iteration(walker, &inner);
    env_set(
        walker, counter,
        (struct value){.kind = VALUE_INTEGER, .integer = poly_atom(walker->arena, loop->counter)});
    struct env head = env_copy(walker, &walker->env);
    walk_value(walker, stmt->expr);
    struct value later = calls ? walk_value(walker, shape->bound) : bound;
    walk_stmt(walker, stmt->body);
    join_into(walker, &inner.continues);
    walker->env.context = head.context;
    bool kept = counter_is_kept(walker, counter, loop) && value_equal(&bound, &later) &&
                (!calls || !writes_between(walker, reads_from, reads_to));
    compare_with_head(walker, inner.lesson, &head);
    walk_effect(walker, stmt->step);
    if (!kept || reads_own || !is_steady(shape->bound, inner.lesson) ||
        reads_what_is_written(walker, reads_from, reads_to))
        inner.lesson->not_canonical = walker->again = true;
    leave(walker, &inner, &head);
    env_set(walker, counter, value_unknown(walker, shape->counter->type));
}

/* Any other loop: an unknown number of iterations. A do loop's body comes before its condition. */
static void walk_any_loop(struct walker *walker, struct stmt *stmt)
{
    if (stmt->init)
        walk_stmt(walker, stmt->init);
    struct inner_walk inner = {0};
    enter(walker, &inner, stmt);
    inner.loop->number = trace_atom(walker->trace, ATOM_INNER, NULL, NULL);
    inner.loop->number->loop = inner.loop;
    begin_iteration(walker, &inner);
    struct env head = env_copy(walker, &walker->env);
    struct context *start = walker->env.context;
    struct env exit = head;
    if (stmt->expr && stmt->kind != STMT_DO) {
        const struct condition *condition = walk_condition(walker, stmt->expr);
        exit = env_copy(walker, &walker->env);
        walker->env.context = context_assume(walker, start, condition, true);
    }
    walk_stmt(walker, stmt->body);
    join_into(walker, &inner.continues);
    walker->env.context = start;
    if (stmt->kind == STMT_DO && walker->env.state == ALIVE) {
        walk_condition(walker, stmt->expr);
        exit = env_copy(walker, &walker->env);
    }
    if (stmt->step && walker->env.state == ALIVE)
        walk_effect(walker, stmt->step);
    compare_with_head(walker, inner.lesson, &head);
    leave(walker, &inner, &exit);
}

static void walk_for(struct walker *walker, struct stmt *stmt)
{
    struct loop_shape shape;
    struct shape_problem problem;
    struct span span = {.first = walker->order, .loop = walker->loop};
    if (!lesson_of(walker, stmt)->not_canonical && shape_find(stmt, &shape, &problem) &&
        shape.step_value)
        walk_canonical(walker, stmt, &shape);
    else
        walk_any_loop(walker, stmt);
    span.end = walker->order;
    if (stmt == walker->spanned)
        LIST_PUSH(walker->arena, walker->trace->spans, span);
}

/* ---- jumps -------------------------------------------------------------------------------- */

static void jump(struct walker *walker, struct env_list *to)
{
    if (to)
        LIST_PUSH(walker->arena, to->list, env_copy(walker, &walker->env));
    die(walker, DEAD_JUMP);
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
    die(walker, DEAD_JUMP);
    walk_stmt(walker, stmt->body);
    walker->switch_head = outer_head;
    walker->switch_loop = outer_loop;
    walker->breaks = outer_breaks;
    if (!has_default(stmt->body))
        walker->env = env_join(walker, &walker->env, &head);
    join_into(walker, &breaks);
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

/* Jumps by goto can repeat or skip what lies between. What is known of a variable that is assigned
 * anywhere near does not survive a label, and no access in such a function has a certain order
 * (walker->unordered). */
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
        struct value value = walk_value(walker, stmt->expr);
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
        walk_goto_label(walker, stmt);
        return;
    case STMT_GOTO:
        die(walker, DEAD_JUMP);
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
        walk_stmt_reason(walker, stmt,
                         "ppcc does not know what this statement does; take it out of the loop");
        return;
    }
}
