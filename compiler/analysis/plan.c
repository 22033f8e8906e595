/*
 * Roles and results. By what the dependence test found, each object is only read, a reduction,
 * written by each iteration in a place of its own, or written by several in the same place; the
 * last are private when nobody needs them, and else the last writer's value stays. From the role
 * follows what has to be sent, and whether that can be told:
 *
 *   - places of their own: every byte of the section may be sent, also one that was not written,
 * for nobody else writes it;
 *   - shared places: exactly the bytes that were written, or a stale copy would overwrite a fresh
 *     value.
 */
#include "plan.h"

#include "after.h"
#include "append.h"
#include "best.h"
#include "collisions.h"
#include "dead.h"
#include "deep.h"
#include "depend.h"
#include "fold.h"
#include "fold_call.h"
#include "guard.h"
#include "leave.h"
#include "reasons.h"
#include "recorded.h"
#include "render.h"
#include "replays.h"
#include "rows.h"
#include "section.h"
#include "status_clause.h"
#include "unsent.h"

#include <string.h>

enum { IN_PLACE_LEAST = 1 << 17 }; /* bytes: what is smaller goes through the pipe in any case */

struct planning {
    struct loop *loop;
    struct trace *trace;
    struct plan *plan;
    bool shares_places; /* several iterations write the same bytes of the current object */
};

/* A pointer and what it points to have one name, and one role: that of what is written, if any.
 * What is returned has no name of the user's. */
static void add_role(struct planning *planning, const char *name, enum role role)
{
    struct variable_role made = {.name = name, .role = role};
    if (!strcmp(name, RETURNED_NAME))
        return;
    for (size_t k = 0; k < planning->loop->roles.count; k++) {
        struct variable_role *known = &planning->loop->roles.items[k];
        if (strcmp(known->name, name))
            continue;
        if (known->role == ROLE_BROADCAST)
            known->role = role;
        if (known->role == role || role == ROLE_BROADCAST)
            return;
    }
    LIST_PUSH(planning->trace->arena, planning->loop->roles, made);
}

/* ---- clauses ------------------------------------------------------------------------------ */

static bool clause_names(const struct loop *loop, enum clause_kind kind,
                         const struct object *object)
{
    for (size_t k = 0; k < loop->pragma->clauses.count; k++) {
        const struct clause *clause = &loop->pragma->clauses.items[k];
        for (size_t n = 0; clause->kind == kind && n < clause->items.count; n++) {
            const struct expr *e = clause->items.items[n].base.expr;
            if (e && e->kind == EXPR_VAR && e->var == object->var &&
                object->kind == OBJECT_VARIABLE)
                return true;
        }
    }
    return false;
}

/* ---- what is sent ------------------------------------------------------------------------- */

/* Here, an array that other files declare may have no size. */
const char *object_size(struct arena *arena, const struct object *object)
{
    if (object->var->declarations.count)
        return arena_printf(arena, "%lld", (long long)object->type->size);
    return arena_printf(arena, "(long long)sizeof %s", object->text);
}

static size_t add_output(struct planning *planning, const struct object *object)
{
    struct arena *arena = planning->trace->arena;
    struct output output = {.object = object, .name = object->name};
    output.base = object_address(arena, object);
    if (object->is_fresh) {
        output.low = "0";
        output.high = arena_printf(arena, "ppar_block_size(%s)", output.base);
    }
    if (object->kind == OBJECT_ROWS) {
        output.rows = rows_text(planning->loop, object);
        output.pitch = object->pitch->text;
    }
    if (object->kind == OBJECT_VARIABLE) {
        output.low = "0";
        output.high = object_size(arena, object);
        if (object->var->is_register)
            LIST_PUSH(arena, planning->plan->registers, object->var);
    }
    LIST_PUSH(arena, planning->plan->outputs, output);
    return planning->plan->outputs.count - 1;
}

static bool is_dropped(const struct put *put, const struct context *link)
{
    for (size_t k = 0; k < put->dropped.count; k++)
        if (put->dropped.items[k] == link)
            return true;
    return false;
}

/* Whether ACCESS happens wherever PUT is repeated: its context is among those around the write, and
 * the put repeats all conditions of it. */
static bool is_outside(const struct access *access, const struct access *write,
                       const struct put *put)
{
    const struct context *link = write->context;
    while (link && link != access->context)
        link = link->outer;
    if (link != access->context)
        return false;
    for (link = access->context; link; link = link->outer)
        if (link->kind == CONTEXT_UNKNOWN || is_dropped(put, link) ||
            (link->kind == CONTEXT_LOOP && !link->loop->is_exact))
            return false;
    return true;
}

static bool same_loops(const struct put *a, const struct put *b)
{
    if (a->loops.count != b->loops.count)
        return false;
    for (size_t k = 0; k < a->loops.count; k++)
        if (a->loops.items[k].loop != b->loops.items[k].loop)
            return false;
    return true;
}

static bool same_put(const struct put *a, const struct put *b)
{
    return a->output == b->output && a->when == b->when && a->is_maybe == b->is_maybe &&
           a->is_string == b->is_string && poly_equal(a->offset, b->offset) &&
           poly_equal(a->length, b->length) && !a->loops.count && !b->loops.count &&
           !a->conditions.count && !b->conditions.count;
}

/* Members of one element, written one by one, are one run. */
static bool join_puts(struct planning *planning, struct put *put, const struct put *next)
{
    struct arena *arena = planning->trace->arena;
    bool plain = put->output == next->output && put->when == PUT_EACH_ITERATION &&
                 next->when == PUT_EACH_ITERATION && put->is_maybe == next->is_maybe &&
                 !put->conditions.count && !next->conditions.count && same_loops(put, next);
    if (!plain)
        return false;
    if (poly_equal(poly_add(arena, next->offset, next->length), put->offset))
        put->offset = next->offset;
    else if (!poly_equal(poly_add(arena, put->offset, put->length), next->offset))
        return false;
    put->length = poly_add(arena, put->length, next->length);
    section_refold(planning->trace, put);
    return true;
}

static void add_put(struct planning *planning, const struct put *put)
{
    struct plan *plan = planning->plan;
    for (size_t k = 0; k < plan->puts.count; k++)
        if (same_put(&plan->puts.items[k], put) || join_puts(planning, &plan->puts.items[k], put))
            return;
    LIST_PUSH(planning->trace->arena, plan->puts, *put);
    plan->is_ordered |= put->when != PUT_LAST_CHUNK && planning->shares_places;
}

/*
 * Bytes that were perhaps not written are sent all the same, so they must be there. A variable's
 * are, and the runtime keeps to its size; a fresh block knows its size; behind another pointer they
 * are when the same bytes are surely accessed in every iteration, or in both branches of the
 * condition.
 */
static bool memory_is_certain(const struct planning *planning, const struct use *use,
                              const struct access *write, const struct put *put)
{
    if (use->object->kind == OBJECT_VARIABLE || use->object->is_fresh)
        return true;
    const struct trace *trace = planning->trace;
    for (size_t k = 0; k < trace->certain.count; k++) {
        const struct access *access = &trace->certain.items[k];
        if (access->object == use->object && poly_equal(access->offset, write->offset) &&
            poly_equal(access->length, write->length) && is_outside(access, write, put))
            return true;
    }
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access != write && access->object == use->object && access->is_sure &&
            !access->is_unordered && poly_equal(access->offset, write->offset) &&
            poly_equal(access->length, write->length) && is_outside(access, write, put))
            return true;
    }
    return false;
}

/* Whether the statement itself can say where it has written. */
static bool record_write(struct planning *planning, const struct use *use,
                         const struct access *write, size_t output)
{
    struct plan *plan = planning->plan;
    struct recorded recorded;
    if (!find_recorded(planning->loop, write, &recorded))
        return false;
    recorded.output = output;
    plan->is_ordered |= use->output;
    for (size_t k = 0; k < plan->recorded.count; k++)
        if (plan->recorded.items[k].write == recorded.write &&
            plan->recorded.items[k].output == output)
            return true;
    LIST_PUSH(planning->trace->arena, plan->recorded, recorded);
    return true;
}

/* Whether PUT may hold bytes that another iteration writes. */
static bool dropped_links_matter(struct planning *planning, const struct use *use,
                                 const struct put *put)
{
    struct access wider = *put->access;
    wider.context = context_without(planning->trace->arena, put->access->context,
                                    put->dropped.items, put->dropped.count);
    return write_may_share(planning->trace, use, &wider);
}

/* Whether another write sends the same bytes in every iteration in which WRITE, whose own put is
 * PUT, happens. */
static bool is_sent_with_another(const struct planning *planning, const struct access *write,
                                 const struct put *put)
{
    const struct trace *trace = planning->trace;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *other = &trace->accesses.items[k];
        if (other != write && other->object == write->object && other->is_write && other->is_sure &&
            !other->is_unordered && poly_equal(other->offset, write->offset) &&
            poly_equal(other->length, write->length) && is_outside(other, write, put))
            return true;
    }
    return false;
}

static void send_write(struct planning *planning, const struct use *use, const struct access *write,
                       size_t output)
{
    struct put put;
    bool is_found = section_find(planning->trace, write, &put);
    bool is_certain = is_found && (!put.is_maybe || memory_is_certain(planning, use, write, &put));
    bool is_shared =
        is_certain && put.is_maybe && !use->is_vouched &&
        (use->output || (put.dropped.count && dropped_links_matter(planning, use, &put)));
    bool is_deep = deep_is_written(planning->loop, write, output);
    bool is_exact = is_certain && !is_shared && !(is_deep && put.is_maybe);
    if (is_deep && is_found && put.is_maybe && is_sent_with_another(planning, write, &put))
        return;
    if (!is_exact && record_write(planning, use, write, output))
        return;
    put.output = output;
    if (is_exact)
        add_put(planning, &put);
    else if (!is_found)
        reject_section(planning->loop, use, write);
    else if (is_deep)
        reject_deep(planning->loop, write);
    else if (!is_certain)
        reject_uncertain(planning->loop, use, write);
    else
        reject_partial(planning->loop, use, write);
}

/* A write that another one of the same iteration repeats whole is sent with that one. */
static void send_writes(struct planning *planning, const struct use *use)
{
    const struct object *object = use->object;
    if (!object_address(planning->trace->arena, object)) {
        reject_nameless(planning->loop, object);
        return;
    }
    size_t output = add_output(planning, object);
    planning->plan->outputs.items[output].is_own =
        !use->is_exposed && !use->output && !use->flow && !use->is_vouched && !use->partition;
    planning->shares_places = use->output;
    if (!plan_deep(planning->loop, object, output))
        return;
    if (use->output && object->is_always_written) {
        struct put whole = {.output = output, .when = PUT_LAST_CHUNK};
        whole.offset = poly_constant(planning->trace->arena, 0);
        whole.length = poly_constant(planning->trace->arena, object->type->size);
        whole.is_string = object->type->kind == TYPE_ARRAY;
        add_put(planning, &whole);
        return;
    }
    for (size_t k = 0; k < planning->trace->accesses.count; k++) {
        const struct access *access = &planning->trace->accesses.items[k];
        if (access->object == object && access->is_write)
            send_write(planning, use, access, output);
    }
}

/* ---- roles -------------------------------------------------------------------------------- */

static bool is_automatic(const struct object *object)
{
    return object->kind == OBJECT_VARIABLE &&
           (object->var->storage == STORAGE_LOCAL || object->var->storage == STORAGE_PARAMETER);
}

static struct best_fold *best_of(struct planning *planning, const struct stmt *stmt)
{
    struct plan *plan = planning->plan;
    for (size_t k = 0; k < plan->bests.count; k++)
        if (plan->bests.items[k].stmt == stmt)
            return &plan->bests.items[k];
    struct best_fold fresh = {.stmt = stmt};
    struct best_place value = {0}; /* goes first */
    LIST_PUSH(planning->trace->arena, fresh.places, value);
    LIST_PUSH(planning->trace->arena, plan->bests, fresh);
    return &plan->bests.items[plan->bests.count - 1];
}

/*
 * Of equal values the last is taken: the result of a chunk that found nothing looks like one that
 * found an equal value. Or the first one is taken in any case: only the parent knows which that is,
 * and every one has to be noted. Either way the branch has to say that it was taken.
 */
static void note_branch(struct planning *planning, const struct use *use, struct best_fold *best)
{
    if (find_branch(planning->loop, best->stmt, &best->branch))
        return;
    struct reason *reason = add_reason(
        planning->loop, DIAG_REDUCTION_FORM, &use->update->place, use->update->end,
        "'%s' is chosen here, and nothing can be put into this branch to note that it was taken",
        use->object->name);
    add_note(planning->loop, reason, NULL, 0,
             "write the statement in the loop itself, with braces, and outside of macros");
}

/* In a worker each iteration is compared with what was there before the loop. As that is no best
 * yet, all are noted; else the loop runs serially. */
static void guard_start(struct planning *planning, const struct use *use,
                        const struct access *access, struct best_fold *best)
{
    struct trace *trace = planning->trace;
    struct arena *arena = trace->arena;
    const struct best_start *start = use->update->start;
    const struct poly *offset = poly_add(arena, access->offset, poly_constant(arena, start->at));
    const char *text = location_text(arena, use->object, offset, start->type);
    best->start = start;
    best->depth = planning->loop->depth;
    best->start_place = use->update->is_companion ? best->places.count - 1 : 0;
    if (text)
        add_guard(arena, planning->loop, best_start_text(arena, start, NULL, text),
                  best_start_text(arena, start, start->compared->spelling,
                                  arena_printf(arena, "(%s)", text)));
    else
        add_reason(planning->loop, DIAG_REDUCTION_FORM, &use->update->place, use->update->end,
                   "'%s' cannot be chosen here, for it has no name at the loop", use->object->name);
}

/* One of the places that a choice of the best changes. */
static void plan_best(struct planning *planning, const struct use *use)
{
    struct trace *trace = planning->trace;
    struct best_fold *best = best_of(planning, use->update->best);
    const struct access *access = NULL;
    planning->plan->chooses_elsewhere |= !is_automatic(use->object);
    if (!check_pointers(planning->loop, use->object, false))
        return;
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object == use->object && trace->accesses.items[k].is_write)
            access = &trace->accesses.items[k];
    const struct type *type = use->update->type;
    const char *text =
        access ? location_text(trace->arena, use->object, access->offset, type) : NULL;
    if (!text || type->size <= 0) {
        add_reason(planning->loop, DIAG_REDUCTION_FORM, &use->update->place, use->update->end,
                   "'%s' cannot be chosen here, for it has no name at the loop", use->object->name);
        return;
    }
    struct best_place place = {arena_printf(trace->arena, "&%s", text), type->size};
    if (access->update->is_companion) {
        LIST_PUSH(trace->arena, best->places, place);
    } else {
        best->places.items[0] = place;
        best->op = access->update->op;
        best->type = access->update->compared_type;
        best->at = access->update->compared_at;
        best->takes_equal = access->update->takes_equal;
    }
    if (use->update->start)
        guard_start(planning, use, access, best);
    if (use->update->start || (best->takes_equal && !access->update->is_companion))
        note_branch(planning, use, best);
}

static void plan_fold(struct planning *planning, const struct use *use)
{
    struct fold fold;
    struct plan *plan = planning->plan;
    add_role(planning, use->object->name, ROLE_REDUCTION);
    if (use->object->kind == OBJECT_VARIABLE && use->object->var->is_register)
        LIST_PUSH(planning->trace->arena, plan->registers, use->object->var);
    if (!use->update->best && !check_pointers(planning->loop, use->object, false))
        return;
    if (use->update->best)
        plan_best(planning, use);
    else if (use->update->call)
        plan_replays(planning->loop, use);
    else if (fold_find(planning->loop, use, &fold))
        LIST_PUSH(planning->trace->arena, plan->folds, fold);
}

/* Whether every write of the object is the same in every iteration. */
static bool is_one_place_for_all(const struct trace *trace, const struct use *use)
{
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object == use->object && access->is_write &&
            (!access->offset || !poly_is_invariant(access->offset)))
            return false;
    }
    return true;
}

/* Whether nobody can say here if the variable is read after the loop. */
static bool is_out_of_sight(const struct loop *loop, const struct var *var)
{
    bool is_shared = var->storage == STORAGE_EXTERNAL && !loop->trace->unit->is_whole;
    return is_shared || (var->address_taken && var->type->kind != TYPE_ARRAY);
}

/* What a check of the run can ask of a private variable. A clause is believed, and may be wrong. */
static void note_private(struct planning *planning, const struct use *use, bool is_said)
{
    const struct object *object = use->object;
    struct arena *arena = planning->trace->arena;
    if (object->kind != OBJECT_VARIABLE || object->var->is_thread_local)
        return;
    bool is_dead = !is_said || object_is_dead(planning->loop, use);
    if (!is_automatic(object)) {
        if (is_dead || is_out_of_sight(planning->loop, object->var))
            LIST_PUSH(arena, planning->plan->dead, object);
    } else if (!is_dead && object_address(arena, object)) {
        LIST_PUSH(arena, planning->plan->promised, object);
        if (object->var->is_register)
            LIST_PUSH(arena, planning->plan->registers, object->var);
    }
}

static void plan_written(struct planning *planning, const struct use *use)
{
    struct loop *loop = planning->loop;
    const struct object *object = use->object;
    bool wants_last = clause_names(loop, CLAUSE_LASTPRIVATE, object);
    bool is_private = clause_names(loop, CLAUSE_PRIVATE, object);
    if (use->flow && !use->is_vouched) {
        add_role(planning, object->name, ROLE_INOUT); /* the collision has been reported */
        if (!is_private)
            check_pointers(loop, object, true);
        return;
    }
    bool is_said = is_private;
    bool has_no_place = object->kind == OBJECT_STATE; /* that could be sent */
    bool may_be_dead = (use->output || has_no_place) && !use->flow && !object->is_awaited;
    if (!is_private && !wants_last && may_be_dead)
        is_private = object_is_dead(loop, use);
    if (is_private && object->is_awaited)
        reject_awaited_private(loop, use);
    if (!is_private && has_no_place) {
        reject_state(loop, use);
        return;
    }
    /* An iteration must not find what a later one has left, not in a worker's own copy either. */
    planning->plan->is_ordered |= use->anti && use->is_exposed;
    if (is_private) {
        add_role(planning, object->name, ROLE_PRIVATE);
        note_private(planning, use, is_said);
        return;
    }
    bool is_last = use->output && is_one_place_for_all(planning->trace, use);
    add_role(planning, object->name,
             use->is_vouched   ? ROLE_TRUSTED
             : is_last         ? ROLE_LASTPRIVATE
             : use->is_exposed ? ROLE_INOUT
                               : ROLE_OUTPUT);
    check_pointers(loop, object, true);
    send_writes(planning, use);
}

/* An array that is appended to, or the counter. */
static void plan_append(struct planning *planning, const struct use *use)
{
    struct plan *plan = planning->plan;
    const struct object *object = use->object;
    struct appended appended = {.array = find_append_array(planning->loop, object)};
    add_role(planning, object->name, ROLE_APPEND);
    if (!appended.array) {
        if (object->kind == OBJECT_VARIABLE && object->var->is_register)
            LIST_PUSH(planning->trace->arena, plan->registers, object->var);
        return;
    }
    if (!check_pointers(planning->loop, object, true))
        return;
    appended.output = add_output(planning, object);
    if (!plan_deep(planning->loop, object, appended.output))
        return;
    plan->is_ordered = true;
    LIST_PUSH(planning->trace->arena, plan->appended, appended);
}

static void plan_use(struct planning *planning, const struct use *use)
{
    if (use->object->kind == OBJECT_UNKNOWN) {
        if (use->is_written)
            report_unknown_write(planning->loop, use);
    } else if (!use->is_written) {
        if (use->object->kind != OBJECT_STATE)
            add_role(planning, use->object->name, ROLE_BROADCAST);
    } else if (use->is_appended) {
        plan_append(planning, use);
    } else if (use->only_updates) {
        plan_fold(planning, use);
    } else {
        plan_written(planning, use);
    }
}

/* ---- clauses that say what is not so ------------------------------------------------------ */

static bool is_named(const struct loop *loop, const struct object *object, const struct expr *e)
{
    return e->kind == EXPR_VAR ? object->var == e->var || object->pointer_var == e->var
                               : reduction_clause(loop, object) != NULL;
}

/* Of a pointer and what it points to, and of the parts of a variable, the one that is only updated,
 * if there is one. */
/* Whether the ITEM of a clause means what USE is about. */
static bool is_item_of(const struct loop *loop, const struct use *use,
                       const struct clause_item *item)
{
    const struct expr *e = item->base.expr;
    const struct reduction_update *update = use->update;
    if (item->count.text && e->type->kind == TYPE_POINTER && !use->object->pointer_var)
        return false; /* what it points to is meant */
    if (e->kind != EXPR_VAR && update && update->call)
        return fold_call_is_into(update->call, e);
    return is_named(loop, use->object, e);
}

static const struct use *find_item(const struct dependences *dependences, const struct loop *loop,
                                   const struct clause_item *item)
{
    const struct use *found = NULL;
    for (size_t k = 0; k < dependences->uses.count; k++) {
        const struct use *use = &dependences->uses.items[k];
        if (is_item_of(loop, use, item) &&
            (!found || (use->is_written && use->only_updates && !found->only_updates)))
            found = use;
    }
    return found;
}

static void check_reduction(struct loop *loop, const struct clause *clause,
                            const struct clause_item *item, const struct use *use)
{
    const struct object *object = use->object;
    const struct type *type = object->type;
    if (object->pointer_var)
        type = object->pointer_var->type->target;
    while (type && type->kind == TYPE_ARRAY)
        type = type->target;
    bool is_bitwise = clause->reduction == REDUCTION_AND || clause->reduction == REDUCTION_OR ||
                      clause->reduction == REDUCTION_XOR;
    const char *operator= clause->reduction == REDUCTION_FUNCTION
        ? clause->function.text
        : reduction_name(clause->reduction);
    bool is_number = clause->reduction == REDUCTION_FUNCTION ||
                     (type && (type->kind == TYPE_INTEGER || type->kind == TYPE_RECORD ||
                               (type->kind == TYPE_FLOATING && !is_bitwise)));
    if (!is_number)
        add_reason(loop, DIAG_REDUCTION_TYPE, &item->base.place, item->base.end,
                   "'%s' is no number that '%s' can fold", object->name, operator);
    else if (use->is_written && !use->only_updates && !use->flow)
        add_reason(loop, DIAG_REDUCTION_FORM, &item->base.place, item->base.end,
                   "'%s' is not just updated with '%s' in this loop", object->name, operator);
}

static void check_clause(struct loop *loop, const struct dependences *dependences,
                         const struct clause *clause)
{
    if (clause->kind == CLAUSE_REDUCTION && clause->reduction == REDUCTION_FUNCTION &&
        !clause_function(clause))
        add_reason(loop, DIAG_CLAUSE_ARGUMENT, &clause->function.place, clause->function.end,
                   "'%s' is no function", clause->function.text);
    if (clause->kind == CLAUSE_STATUS)
        status_clause_compare(loop, dependences, clause);
    bool names_variables = clause->kind == CLAUSE_PRIVATE || clause->kind == CLAUSE_LASTPRIVATE ||
                           clause->kind == CLAUSE_REDUCTION || clause->kind == CLAUSE_NOALIAS ||
                           clause->kind == CLAUSE_INDEPENDENT;
    for (size_t n = 0; names_variables && n < clause->items.count; n++) {
        const struct clause_item *item = &clause->items.items[n];
        const struct use *use = item->base.expr ? find_item(dependences, loop, item) : NULL;
        const struct expr *base = item->base.expr;
        const struct var *var = base && base->kind == EXPR_VAR ? base->var : NULL;
        if (base && !use && !(var && var->is_lazy))
            add_reason(loop, DIAG_CLAUSE_UNUSED, &item->base.place, item->base.end,
                       "the loop does not use '%s', which the clause '%s' names", item->base.text,
                       clause_name(clause->kind));
        else if (use && clause->kind == CLAUSE_REDUCTION)
            check_reduction(loop, clause, item, use);
    }
}

static void check_clauses(struct loop *loop, const struct dependences *dependences)
{
    for (size_t k = 0; k < loop->pragma->clauses.count; k++)
        check_clause(loop, dependences, &loop->pragma->clauses.items[k]);
}

/* An output with a single put that needs no loop of its own lies where that one says. */
static void find_ranges(struct plan *plan)
{
    for (size_t o = 0; o < plan->outputs.count; o++) {
        struct output *output = &plan->outputs.items[o];
        size_t count = 0;
        for (size_t k = 0; k < plan->puts.count; k++) {
            const struct put *put = &plan->puts.items[k];
            if (put->output != o)
                continue;
            count++;
            bool is_run = put->when != PUT_EACH_ITERATION && !put->loops.count && !put->is_string;
            output->range = is_run ? put : NULL;
        }
        for (size_t k = 0; k < plan->recorded.count; k++)
            count += plan->recorded.items[k].output == o;
        if (count != 1)
            output->range = NULL;
    }
}

/* A body that ends the program would leave results of iterations behind it. */
static void find_in_place(struct planning *planning)
{
    struct plan *plan = planning->plan;
    for (size_t o = 0; o < plan->outputs.count; o++) {
        struct output *output = &plan->outputs.items[o];
        const struct put *range = output->range;
        const struct object *object = output->object;
        bool is_small = object->kind == OBJECT_VARIABLE && object->type->size >= 0 &&
                        object->type->size < IN_PLACE_LEAST;
        output->in_place = range && output->is_own && range->when == PUT_EACH_CHUNK &&
                           !range->is_maybe && !range->conditions.count && !range->dropped.count &&
                           !plan->is_ordered && !planning->trace->may_exit && !is_small;
        for (size_t k = 0; k < plan->deep.count; k++)
            output->in_place &= plan->deep.items[k].output != o;
    }
}

static void add_role_after(void *data, const struct object *object)
{
    add_role(data, object->name, ROLE_AFTER);
}

void make_plan(struct loop *loop, const struct dependences *dependences)
{
    struct planning planning = {.loop = loop, .trace = loop->trace};
    planning.plan = loop->plan = ARENA_NEW(loop->trace->arena, struct plan);
    for (size_t k = 0; k < loop->levels.count; k++)
        add_role(&planning, loop->levels.items[k].shape.counter->name, ROLE_COUNTER);
    for (size_t k = 0; k < dependences->uses.count; k++)
        plan_use(&planning, &dependences->uses.items[k]);
    for (size_t k = 0; k < loop->trace->lazy.count; k++) {
        add_role(&planning, loop->trace->lazy.items[k]->name, ROLE_PRIVATE);
        LIST_PUSH(loop->trace->arena, planning.plan->dead, loop->trace->lazy.items[k]);
    }
    planning.plan->is_ordered |= loop->after && loop->after_order == AFTER_ONE_BY_ONE;
    visit_after_alone(loop, dependences, add_role_after, &planning);
    check_clauses(loop, dependences);
    check_append_clauses(loop);
    leave_check(loop);
    planning.plan->is_ordered |= loop_leaves(loop);
    find_ranges(planning.plan);
    find_in_place(&planning);
}
