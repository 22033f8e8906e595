/*
 * Views are made of the trace, which holds every access to memory that outlives an iteration. What
 * it does not hold keeps workers from staying: functions of the library other than mathematical
 * ones read what has no address (the locale, the environment); an array of variable size has its
 * strides in variables of the compiler's.
 *
 * Variables are read where the compiler has them, perhaps in a register. So each chunk begins with
 * assignments from copies, which a worker can be given; what cannot be assigned has to be what it
 * was at the fork. For other memory the loop's hull is told.
 *
 * Nor does the trace hold what generated code alone reads, to tell where a chunk's results are.
 *
 * A hull is what accesses can reach. Where they depend on conditions it may be more than is there.
 */
#include "views.h"

#include "../effects/effects.h"
#include "assigned.h"
#include "draws.h"
#include "guard.h"
#include "hull.h"
#include "render.h"
#include "shape.h"

#include <string.h>

struct viewing {
    struct loop *loop;
    struct arena *arena;
    struct plan *plan;
    bool fails;
    LIST_OF(const struct function *) seen;
};

/* ---- what the trace does not hold --------------------------------------------------------- */

static bool look_at_expr(struct expr *e, void *data);

static void look_into(struct viewing *viewing, const struct function *function)
{
    for (size_t k = 0; k < viewing->seen.count; k++)
        if (viewing->seen.items[k] == function)
            return;
    LIST_PUSH(viewing->arena, viewing->seen, function);
    visit_stmt_exprs(function->body, look_at_expr, viewing);
}

static void look_at_call(struct viewing *viewing, const struct expr *call)
{
    const struct function *function =
        call->args[0]->kind == EXPR_FUNCTION ? call->args[0]->function : NULL;
    if (!function || function->is_declared) {
        viewing->fails = true;
    } else if (function->body) {
        look_into(viewing, function);
    } else {
        const struct library_function *known =
            function->in_system_header ? effects_find(function->name) : NULL;
        viewing->fails |= !known || !effects_are_of_numbers(known);
    }
}

/* The size of an array, where it is a variable, was taken when the array was declared. */
static void look_at_type(struct viewing *viewing, const struct type *type)
{
    for (unsigned depth = 0; type && depth < 8; depth++) {
        viewing->fails |= type->extent != NULL;
        type = type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY ? type->target : NULL;
    }
}

static bool look_at_expr(struct expr *e, void *data)
{
    struct viewing *viewing = data;
    if (e->kind == EXPR_CALL)
        look_at_call(viewing, e);
    if (e->kind == EXPR_VAR)
        viewing->fails |= e->var->is_thread_local || e->var->is_lazy;
    viewing->fails |= e->kind == EXPR_OPAQUE;
    look_at_type(viewing, e->type);
    return !viewing->fails;
}

static void look_at_stmt(struct stmt *stmt, void *data)
{
    struct viewing *viewing = data;
    viewing->fails |= stmt->kind == STMT_OPAQUE;
}

/* ---- views -------------------------------------------------------------------------------- */

static void add_view(struct viewing *viewing, const struct view *view)
{
    LIST_PUSH(viewing->arena, viewing->plan->views, *view);
}

static const struct type *element_of(const struct type *type)
{
    while (type->kind == TYPE_ARRAY)
        type = type->target;
    return type;
}

static bool is_automatic(const struct var *var)
{
    return var->storage == STORAGE_LOCAL || var->storage == STORAGE_PARAMETER;
}

/* Nobody may ever change it. */
static bool is_constant(const struct object *object)
{
    return object->kind == OBJECT_VARIABLE && !is_automatic(object->var) &&
           element_of(object->var->type)->is_const;
}

static bool is_number(const struct type *type)
{
    return type->kind == TYPE_INTEGER || type->kind == TYPE_FLOATING || type->kind == TYPE_COMPLEX;
}

static bool is_pointer_to_object(const struct type *type)
{
    return type->kind == TYPE_POINTER && type->target->kind != TYPE_FUNCTION;
}

/* A variable that may be in a register. Others may be in memory that must not be written. */
static bool is_scalar(const struct object *object)
{
    return object->kind == OBJECT_VARIABLE && !object->is_part && is_automatic(object->var) &&
           (is_number(object->var->type) || is_pointer_to_object(object->var->type));
}

static void view_value(struct viewing *viewing, const char *text, const struct type *type)
{
    struct view view = {.kind = type->is_const || type->is_restrict ? VIEW_FIXED : VIEW_VALUE,
                        .text = text,
                        .is_pointer = type->kind == TYPE_POINTER};
    add_view(viewing, &view);
}

/* Whether the least and the greatest of VALUE are taken on: it is made of counters alone. */
static bool is_tight(struct arena *arena, const struct poly *value)
{
    for (size_t k = 0; value && k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++) {
            struct atom *atom = value->terms[k].atoms[d];
            bool is_counter = atom->kind == ATOM_COUNTER || atom->kind == ATOM_INNER;
            if (!is_counter && !poly_is_invariant(poly_atom(arena, atom)))
                return false;
        }
    return value != NULL;
}

/* Whether the access happens in each iteration, and goes to the ends of the hull. */
static bool is_certain(const struct trace *trace, const struct access *access)
{
    for (const struct context *link = access->context; link && link != trace->facts;
         link = link->outer)
        if (link->kind != CONTEXT_LOOP)
            return false;
    return access->is_sure && !access->is_unordered && is_tight(trace->arena, access->offset) &&
           is_tight(trace->arena, access->length);
}

/* Whether the hull may hold more than what is accessed. */
static bool is_loose(const struct trace *trace, const struct object *object)
{
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object == object &&
            !is_certain(trace, &trace->accesses.items[k]))
            return true;
    return false;
}

/* All of a variable, where no more is known, and no more than that in any case. */
static bool find_ends(struct viewing *viewing, const struct object *object, struct view *view)
{
    struct arena *arena = viewing->arena;
    struct hull hull;
    const char *low = NULL, *high = NULL;
    if (hull_find(viewing->loop->trace, object, &hull)) {
        low = hull_text(arena, viewing->loop, "ppar_least", hull.lows.items, hull.lows.count);
        high = hull_text(arena, viewing->loop, "ppar_greatest", hull.highs.items, hull.highs.count);
    }
    bool is_known = low && high, is_whole = object->kind == OBJECT_VARIABLE;
    view->is_loose = is_loose(viewing->loop->trace, object);
    if (is_whole && object->var->type->size < 0 && (!is_known || view->is_loose))
        return false; /* other files know how large it is */
    if (is_whole && is_known && view->is_loose) {
        low = arena_printf(arena, "ppar_greatest(%s, 0)", low);
        high = arena_printf(arena, "ppar_least(%s, sizeof %s)", high, object->text);
    } else if (is_whole && !is_known) {
        low = "0";
        high = arena_printf(arena, "sizeof %s", object->text);
    }
    view->is_loose &= !is_whole;
    view->low = low;
    view->high = high;
    return low && high;
}

static void view_memory(struct viewing *viewing, const struct object *object, enum view_kind kind,
                        size_t output)
{
    struct view view = {.kind = kind, .output = output};
    bool is_variable = object->kind == OBJECT_VARIABLE;
    if (object->text)
        view.text =
            arena_printf(viewing->arena, "(void *)%s%s", is_variable ? "&" : "", object->text);
    if (!view.text || (is_variable && (object->var->is_register || object->is_part)) ||
        !find_ends(viewing, object, &view)) {
        viewing->fails = true;
        return;
    }
    if (kind == VIEW_READ && is_variable && element_of(object->var->type)->is_const)
        view.kind = VIEW_FIXED;
    add_view(viewing, &view);
}

/* The memory of a worker is where it was at the fork. */
static void view_scratch(struct viewing *viewing, const struct object *object)
{
    if (object->kind == OBJECT_VARIABLE) {
        viewing->fails |= object->text == NULL;
        return;
    }
    if (object->text) {
        struct view where = {.kind = VIEW_FIXED, .text = object->text, .is_pointer = true};
        add_view(viewing, &where);
    }
    view_memory(viewing, object, VIEW_SCRATCH, NO_OUTPUT);
}

static size_t find_output(const struct plan *plan, const struct object *object)
{
    for (size_t k = 0; k < plan->outputs.count; k++)
        if (plan->outputs.items[k].object == object)
            return k;
    return NO_OUTPUT;
}

/* Each iteration has a place of its own in it, and none reads what another one changes. */
static bool has_own_places(const struct use *use)
{
    return !use->output && !use->flow && !use->anti && !use->is_vouched && !use->partition &&
           !use->is_lost;
}

static void view_use(struct viewing *viewing, const struct use *use)
{
    const struct object *object = use->object;
    size_t output = find_output(viewing->plan, object);
    bool is_memory = object->kind == OBJECT_VARIABLE || object->kind == OBJECT_POINTEE;
    if (object->kind == OBJECT_STATE && !use->is_read)
        return; /* errno */
    if (use->is_written && use->only_updates)
        return; /* it starts from an identity */
    if (object->var == viewing->loop->shape.counter && object->kind == OBJECT_VARIABLE)
        return;
    if (!is_memory)
        viewing->fails = true;
    else if (output != NO_OUTPUT && has_own_places(use))
        view_memory(viewing, object, use->is_exposed ? VIEW_UPDATE : VIEW_WRITE, output);
    else if (output != NO_OUTPUT || (use->is_written && use->is_exposed))
        viewing->fails = true;
    else if (use->is_written)
        view_scratch(viewing, object);
    else if (is_scalar(object) && !is_constant(object) && object->text)
        view_value(viewing, object->text, object->var->type);
    else if (!is_constant(object))
        view_memory(viewing, object, VIEW_READ, NO_OUTPUT);
}

/* ---- what generated code reads ------------------------------------------------------------ */

/* Whether a part of the loop reads the value, so that it is given already. */
static bool is_read(const struct trace *trace, struct atom *atom)
{
    const struct poly *value = poly_atom(trace->arena, atom);
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (!access->is_write && access->value && poly_equal(access->value, value))
            return true;
    }
    return false;
}

static bool is_viewed(const struct plan *plan, const char *text)
{
    for (size_t k = 0; k < plan->views.count; k++)
        if (plan->views.items[k].text && !strcmp(plan->views.items[k].text, text))
            return true;
    return false;
}

/* One that only tells where something is: k, where the body writes p[i] and p is a + k. */
static void view_symbol(struct viewing *viewing, struct atom *atom)
{
    const struct object *object = atom->object;
    if (is_read(viewing->loop->trace, atom) || (object && is_constant(object)))
        return;
    if (!atom->text || (!is_viewed(viewing->plan, atom->text) && (!object || !is_scalar(object))))
        viewing->fails = true;
    else if (!is_viewed(viewing->plan, atom->text))
        view_value(viewing, atom->text, object->var->type);
}

static void view_symbols(struct viewing *viewing, const struct poly *value)
{
    for (size_t k = 0; value && k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++) {
            struct atom *atom = value->terms[k].atoms[d];
            if (atom->kind == ATOM_SYMBOL)
                view_symbol(viewing, atom);
            for (unsigned n = 0; n < atom_operand_count(atom); n++)
                view_symbols(viewing, atom->operands[n]);
        }
}

/* Where a worker's results are is computed in the worker. */
static void view_put(struct viewing *viewing, const struct put *put)
{
    view_symbols(viewing, put->offset);
    view_symbols(viewing, put->length);
    for (size_t k = 0; k < put->loops.count; k++) {
        view_symbols(viewing, put->loops.items[k].start);
        view_symbols(viewing, put->loops.items[k].bound);
    }
    for (size_t k = 0; k < put->conditions.count; k++) {
        view_symbols(viewing, put->conditions.items[k].left);
        view_symbols(viewing, put->conditions.items[k].right);
    }
}

/* ---- the loop ----------------------------------------------------------------------------- */

static bool sends_plainly(const struct plan *plan)
{
    for (size_t k = 0; k < plan->puts.count; k++)
        if (plan->puts.items[k].is_maybe || plan->puts.items[k].is_string)
            return false;
    return true;
}

/* Each is a number, of which blocks of iterations have parts. */
static bool folds_plainly(const struct plan *plan)
{
    for (size_t k = 0; k < plan->folds.count; k++) {
        const struct fold *fold = &plan->folds.items[k];
        if (fold->mode == FOLD_REPLAY || fold->elements || fold->count != 1)
            return false;
    }
    return !plan->bests.count && !plan->replays.count;
}

static bool is_plain(const struct loop *loop)
{
    const struct plan *plan = loop->plan;
    const struct trace *trace = loop->trace;
    return loop->levels.count == 1 && loop->shape.step_value && !loop->reachable &&
           !plan->is_ordered && plan->outputs.count + plan->folds.count && !plan->recorded.count &&
           !plan->deep.count && !plan->appended.count && !plan->registers.count && !trace->prints &&
           !loop->after && !trace->may_exit && !trace->lazy.count && !trace->used_effects &&
           !trace->used_noalias && !trace->took_summary && !trace->levels[0].may_go_round &&
           sends_plainly(plan) && folds_plainly(plan);
}

/* What rendering the ends has taken for granted is no guard of the loop's. */
static void take_back_guards(struct viewing *viewing, size_t count)
{
    struct loop *loop = viewing->loop;
    for (size_t k = count; k < loop->guards.count; k++)
        LIST_PUSH(viewing->arena, viewing->plan->view_conditions, loop->guards.items[k].condition);
    loop->guards.count = count;
}

static void view_start(struct viewing *viewing)
{
    int64_t constant;
    if (!constant_value(viewing->loop->shape.start, &constant)) {
        struct view view = {.kind = VIEW_VALUE,
                            .text = "ppar_start",
                            .type = viewing->loop->shape.counter->type->spelling};
        add_view(viewing, &view);
    }
}

/* The numbers are others in each execution. */
static void view_key(struct viewing *viewing)
{
    struct view view = {.kind = VIEW_VALUE, .type = "unsigned long long"};
    view.text = key_variable(viewing->arena, viewing->loop);
    if (loop_draws(viewing->loop))
        add_view(viewing, &view);
}

struct search {
    const struct stmt *wanted;
    bool is_found;
};

static void find_stmt(struct stmt *stmt, void *data)
{
    struct search *search = data;
    search->is_found |= stmt == search->wanted;
}

/* A loop around the annotated one. */
static void find_loop_around(struct stmt *stmt, void *data)
{
    struct search *search = data;
    bool is_loop = stmt->kind == STMT_FOR || stmt->kind == STMT_WHILE || stmt->kind == STMT_DO;
    if (is_loop && stmt != search->wanted) {
        struct search inside = {.wanted = search->wanted};
        visit_stmts(stmt->body, find_stmt, &inside);
        search->is_found |= inside.is_found;
    }
}

/* There is nothing to stay for. */
static bool is_executed_once(const struct loop *loop)
{
    const struct function *function = loop->function;
    struct search search = {.wanted = loop->stmt};
    if (!function || strcmp(function->name, "main") || function->has_label || function->call_count)
        return false;
    visit_stmts(function->body, find_loop_around, &search);
    return !search.is_found;
}

void find_views(struct loop *loop, const struct dependences *dependences)
{
    struct viewing viewing = {.loop = loop, .arena = loop->trace->arena, .plan = loop->plan};
    size_t guards = loop->guards.count;
    if (!is_plain(loop) || is_executed_once(loop))
        return;
    visit_stmt_exprs(loop->stmt->body, look_at_expr, &viewing);
    visit_stmts(loop->stmt->body, look_at_stmt, &viewing);
    for (size_t k = 0; k < dependences->uses.count && !viewing.fails; k++)
        view_use(&viewing, &dependences->uses.items[k]);
    view_start(&viewing);
    view_key(&viewing);
    for (size_t k = 0; k < loop->plan->puts.count; k++)
        view_put(&viewing, &loop->plan->puts.items[k]);
    take_back_guards(&viewing, guards);
    if (viewing.fails)
        loop->plan->views.count = 0;
}
