/*
 * Loops inside are walked once, for any of their iterations: what their body changes has another
 * value at the start of each iteration, a line over its number (induction.h) or an opaque one, as
 * lessons of earlier walks say; if the body changes something else, or by another amount, that is a
 * new lesson and the whole walk is repeated.
 */
#include "alias.h"
#include "assigned.h"
#include "induction.h"
#include "own.h"
#include "relation.h"
#include "shape.h"
#include "walk.h"

static struct change *find_change(const struct lesson *lesson, const struct var *var)
{
    for (size_t k = 0; k < lesson->changed.count; k++)
        if (lesson->changed.items[k].var == var)
            return &lesson->changed.items[k];
    return NULL;
}

/* A pointer that was loaded, so that it leads to memory from before the iteration. */
static bool is_outer(const struct walker *walker, const struct value *value)
{
    const struct object *object = value->pointer.object;
    return value->kind == VALUE_POINTER &&
           (object->kind == OBJECT_ROWS || object == walker->unknown_outer);
}

/* What can have any value; a pointer still points into the same object unless it was seen to change
 * that too, and then into memory from before the iteration unless it was seen to leave that. */
static void forget_value(struct walker *walker, struct binding *binding,
                         const struct change *change)
{
    if (binding->value.kind == VALUE_POINTER && change->is_moved && !change->is_foreign) {
        binding->value = own_anywhere(walker, !change->is_inside);
        return;
    }
    if (binding->value.kind != VALUE_POINTER || change->is_moved) {
        bool is_outer_still = is_outer(walker, &binding->value) && !change->is_lost;
        binding->value = value_unknown(walker, change->var->type);
        if (is_outer_still)
            binding->value.pointer.object = walker->unknown_outer;
        return;
    }
    struct atom *offset = trace_atom(walker->trace, ATOM_OPAQUE, NULL, NULL);
    offset->loop = walker->loop;
    binding->value.pointer.offset = poly_atom(walker->arena, offset);
    binding->value.pointer.limit = NULL;
}

static struct change *change_of(const struct lesson *lesson, const struct binding *binding)
{
    return binding->object->var ? find_change(lesson, binding->object->var) : NULL;
}

/* What the body changes, at the start of an iteration of LOOP: a line over its number, or any
 * value. */
static void set_heads(struct walker *walker, const struct lesson *lesson,
                      const struct inner_loop *loop)
{
    for (size_t k = 0; k < lesson->changed.count; k++)
        lesson->changed.items[k].head = HEAD_OPAQUE;
    for (size_t k = 0; k < walker->env.bindings.count; k++) {
        struct binding *binding = &walker->env.bindings.items[k];
        struct change *change = change_of(lesson, binding);
        struct value value;
        if (!change)
            continue;
        bool is_line = change->step && !change->is_moved &&
                       induction_value(walker, loop, &binding->value, change->step, &value);
        if (is_line)
            binding->value = value;
        else
            forget_value(walker, binding, change);
        change->head = is_line ? HEAD_LINE : HEAD_OPAQUE;
    }
}

/* The same behind TRIPS iterations; NULL: how many is not known. */
static void set_ends(struct walker *walker, const struct lesson *lesson,
                     const struct inner_loop *loop, const struct poly *trips)
{
    for (size_t k = 0; k < walker->env.bindings.count; k++) {
        struct binding *binding = &walker->env.bindings.items[k];
        const struct change *change = change_of(lesson, binding);
        struct value value;
        if (!change)
            continue;
        if (trips && !change->is_moved &&
            induction_end(walker, loop, &binding->value, change, trips, &value))
            binding->value = value;
        else
            forget_value(walker, binding, change);
    }
}

/* Variables of outer memory that the body changes, but that have no binding yet when the loop
 * begins, get one, so that a read in the loop does not take them for unchanged. */
static void bind_changed(struct walker *walker, const struct lesson *lesson)
{
    for (size_t k = 0; k < lesson->changed.count; k++) {
        struct object *object = object_of_var(walker, lesson->changed.items[k].var);
        struct value value;
        if (object->kind != OBJECT_OWN && !env_find(&walker->env, object, &value))
            env_set(walker, object, value_unknown(walker, object->type));
    }
}

/* HEAD is NULL where nothing was taken to hold. */
static void learn(struct walker *walker, struct lesson *lesson, const struct binding *now,
                  const struct value *head)
{
    struct var *var = now->object->var;
    struct change *change = find_change(lesson, var);
    const struct poly *step = head ? induction_step(walker, head, &now->value) : NULL;
    bool is_moved = head && now->value.kind == VALUE_POINTER && head->kind == VALUE_POINTER &&
                    now->value.pointer.object != head->pointer.object;
    bool is_lost = !is_outer(walker, &now->value) || (head && !is_outer(walker, head));
    bool is_foreign = !head || !value_is_own(walker, &now->value) || !value_is_own(walker, head);
    bool is_inside = !head || !value_is_block(walker, &now->value) || !value_is_block(walker, head);
    if (!change) {
        struct change first = {.var = var,
                               .is_moved = is_moved,
                               .is_lost = is_lost,
                               .is_foreign = is_foreign,
                               .is_inside = is_inside,
                               .step = step};
        LIST_PUSH(walker->arena, lesson->changed, first);
        walker->again = true;
        return;
    }
    if (is_moved && !change->is_moved)
        change->is_moved = walker->again = true;
    if (is_foreign && !change->is_foreign)
        change->is_foreign = walker->again = true;
    if (is_inside && !change->is_inside)
        change->is_inside = walker->again = true;
    if (is_lost && !change->is_lost)
        change->is_lost = walker->again = true;
    if (change->step && !poly_equal(change->step, step)) {
        change->step = NULL;
        walker->again = true;
    }
}

/* Compares what holds at the end of an iteration with what was taken to hold at its start. A
 * variable that the lesson names is expected to change, by its step if it has one, and a pointer
 * only within its object. */
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
                learn(walker, lesson, now, NULL);
        } else {
            const struct change *change = find_change(lesson, now->object->var);
            if ((change && change->step) || !value_equal(&now->value, &before))
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
    if (e->kind == EXPR_VAR && find_change(search->lesson, e->var))
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
    const struct poly *last =
        poly_add(walker->arena, bound, poly_constant(walker->arena, loop->step - direction));
    bool mixes_signs = type->is_signed && !shape->compare_type->is_signed;
    bool may_seem_negative = !type->is_signed && !type_includes(shape->compare_type, type);
    if (mixes_signs && (!value_is_natural(trace, loop->context, loop->start) ||
                        !value_is_natural(trace, loop->context, bound)))
        return false; /* a negative counter would be compared as a large number */
    if (may_seem_negative && (!value_fits(trace, loop->context, loop->start, shape->compare_type) ||
                              !value_fits(trace, loop->context, last, shape->compare_type)))
        return false;
    if (!shape_wraps(shape, trace->unit->wraps_signed))
        return true;
    if (shape->step_value == 1 && (shape->relation == OP_LT || shape->relation == OP_GT) &&
        type_includes(type, shape->compare_type))
        return true; /* it meets the bound, which is of its type */
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

/* Whether VALUE is a symbol times something that varies: how a tile or row begins. */
static bool begins_row(const struct poly *value)
{
    for (size_t k = 0; value && k < value->count; k++) {
        const struct term *term = &value->terms[k];
        unsigned symbols = 0;
        for (unsigned d = 0; d < term->degree; d++)
            symbols += term->atoms[d]->kind == ATOM_SYMBOL;
        if (symbols && symbols < term->degree)
            return true;
    }
    return false;
}

/* What a counter is, by the atom that counts the loop. */
struct counting {
    const struct poly *base; /* the counter is this, plus or minus the atom: */
    int64_t sign;
};

static const struct poly *counter_at(struct walker *walker, const struct counting *counting,
                                     const struct poly *atom)
{
    return poly_add(walker->arena, counting->base, poly_scale(walker->arena, atom, counting->sign));
}

/* In for (j = y * w; j < (y + 1) * w; j++) the range of j is not affine, but that of its distance
 * from y * w is: that is what counts then. */
static struct counting count_from_start(struct walker *walker, struct inner_loop *loop,
                                        const struct loop_shape *shape)
{
    struct counting counting = {poly_constant(walker->arena, 0), 1};
    bool is_distance = begins_row(loop->start) && loop->bound;
    loop->counter = trace_atom(walker->trace, ATOM_INNER, is_distance ? NULL : shape->counter->type,
                               is_distance ? NULL : shape->counter->name);
    loop->counter->loop = loop;
    if (!is_distance)
        return counting;
    counting = (struct counting){loop->start, loop->step < 0 ? -1 : 1};
    loop->bound = poly_scale(walker->arena, poly_subtract(walker->arena, loop->bound, loop->start),
                             counting.sign);
    loop->start = poly_constant(walker->arena, 0);
    loop->step *= counting.sign;
    return counting;
}

/* What the smaller one of two values is chosen from: L < R ? L : R. */
static bool is_least(const struct atom *atom)
{
    const struct poly *const *operands = atom->operands;
    if (atom->kind != ATOM_DERIVED || atom->derivation != DERIVED_SELECT)
        return false;
    bool left_is_less = atom->op == OP_LT || atom->op == OP_LE;
    bool right_is_less = atom->op == OP_GT || atom->op == OP_GE;
    return (left_is_less || right_is_less) &&
           poly_equal(operands[left_is_less ? 0 : 1], operands[2]) &&
           poly_equal(operands[left_is_less ? 1 : 0], operands[3]);
}

/* Below the smaller one of two values is below each; of a distance one may be affine when both are
 * not. */
static void stay_below_each(struct walker *walker, const struct inner_loop *loop)
{
    const struct poly *bound = loop->bound;
    const struct poly *counter = poly_atom(walker->arena, loop->counter);
    for (size_t k = 0; bound && loop->step > 0 && k < bound->count; k++) {
        const struct term *term = &bound->terms[k];
        if (term->degree != 1 || term->coefficient != 1 || !is_least(term->atoms[0]))
            continue;
        const struct atom *least = term->atoms[0];
        const struct poly *rest =
            poly_replace(walker->arena, bound, least, poly_constant(walker->arena, 0));
        for (unsigned side = 2; side < 4; side++) {
            const struct poly *value = poly_add(walker->arena, rest, least->operands[side]);
            if (value)
                walker->env.context =
                    context_where(walker, walker->env.context, OP_LT, counter, value);
        }
        return;
    }
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
    set_heads(walker, inner->lesson, inner->loop);
}

/* Behind the loop: what held at the start of some iteration, or at a break. Returns how many
 * iterations there were, if that is known. */
static const struct poly *leave(struct walker *walker, struct inner_walk *inner, struct env *head)
{
    walker->loop = inner->loop->outer;
    walker->breaks = inner->outer_breaks;
    walker->continues = inner->outer_continues;
    walker->env = *head;
    walker->env.state = ALIVE;
    env_join_all(walker, &inner->breaks);
    bool escapes = walker->frame->returns.list.count != inner->returns;
    if (inner->breaks.list.count || escapes)
        inner->loop->is_exact = false;
    const struct poly *trips = induction_trips(walker, inner->loop);
    set_ends(walker, inner->lesson, inner->loop, trips);
    walker->env.context = escapes ? context_unknown(walker, inner->before) : inner->before;
    return trips;
}

/* The counter of a canonical loop must be what it was at the start when the body is through. */
static bool counter_is_kept(struct walker *walker, const struct object *counter,
                            const struct value *head)
{
    struct value value;
    if (walker->env.state != ALIVE || !env_find(&walker->env, counter, &value))
        return walker->env.state != ALIVE;
    return value_equal(&value, head);
}

struct step_search {
    const struct var *var;
    unsigned count;
};

static bool find_steps(struct expr *e, void *data)
{
    struct step_search *search = data;
    bool changes = e->kind == EXPR_STEP || e->kind == EXPR_ASSIGN;
    search->count += changes && e->args[0]->kind == EXPR_VAR && e->args[0]->var == search->var;
    return true;
}

/* Whether only one part of the header's last part, which may be a list, changes the counter. */
static bool steps_once(struct expr *step, const struct var *counter)
{
    struct step_search search = {.var = counter};
    visit_expr(step, find_steps, &search);
    bool is_hidden = !counter->address_taken && counter->storage < STORAGE_STATIC_LOCAL;
    return search.count == 1 && (is_hidden || !expr_contains(step, 1u << EXPR_COMMA));
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
    if (stmt->init)
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

    const struct counting counting = count_from_start(walker, loop, shape);
    begin_iteration(walker, &inner);
    const struct value counter_value = {
        .kind = VALUE_INTEGER,
        .integer = counter_at(walker, &counting, poly_atom(walker->arena, loop->counter))};
    env_set(walker, counter, counter_value);
    if (counting.base->count)
        stay_below_each(walker, loop);
    struct env head = env_copy(walker, &walker->env);
    walk_value(walker, stmt->expr);
    struct value later = calls ? walk_value(walker, shape->bound) : bound;
    walk_stmt(walker, stmt->body);
    env_join_all(walker, &inner.continues);
    walker->env.context = head.context;
    if (stmt->after && walker->env.state == ALIVE)
        walk_effect(walker, stmt->after);
    bool kept = counter_is_kept(walker, counter, &counter_value) && value_equal(&bound, &later) &&
                (!calls || !writes_between(walker, reads_from, reads_to)) &&
                steps_once(stmt->step, shape->counter);
    walk_effect(walker, stmt->step);
    env_set(walker, counter, counter_value);
    compare_with_head(walker, inner.lesson, &head);
    if (!kept || reads_own || !is_steady(shape->bound, inner.lesson) ||
        reads_what_is_written(walker, reads_from, reads_to))
        inner.lesson->not_canonical = walker->again = true;
    const struct poly *trips = leave(walker, &inner, &head);
    struct value end = {.kind = VALUE_INTEGER,
                        .integer = trips ? induction_last_counter(walker, loop, trips) : NULL};
    end.integer = counter_at(walker, &counting, end.integer);
    env_set(walker, counter, end.integer ? end : value_unknown(walker, shape->counter->type));
}

/* Any other loop: an unknown number of iterations. A do loop's body comes before its condition. */
void walk_any_loop(struct walker *walker, struct stmt *stmt)
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
    env_join_all(walker, &inner.continues);
    walker->env.context = start;
    if (stmt->kind == STMT_DO && walker->env.state == ALIVE) {
        walk_condition(walker, stmt->expr);
        exit = env_copy(walker, &walker->env);
    }
    if (stmt->after && walker->env.state == ALIVE)
        walk_effect(walker, stmt->after);
    if (stmt->step && walker->env.state == ALIVE)
        walk_effect(walker, stmt->step);
    compare_with_head(walker, inner.lesson, &head);
    leave(walker, &inner, &exit);
}

void walk_for(struct walker *walker, struct stmt *stmt)
{
    struct loop_shape shape;
    struct span span = {.first = walker->order, .loop = walker->loop};
    if (!lesson_of(walker, stmt)->not_canonical && shape_find_inner(stmt, &shape) &&
        shape.step_value)
        walk_canonical(walker, stmt, &shape);
    else
        walk_any_loop(walker, stmt);
    span.end = walker->order;
    if (stmt == walker->spanned)
        LIST_PUSH(walker->arena, walker->trace->spans, span);
}
