/*
 * Inputs are the objects of the trace that an iteration may read before it writes them. The trace
 * holds every access to memory that outlives the iteration, so together with the program itself
 * they are all that results depend on, with two exceptions: what the library asks of the world
 * (files, clocks), which nobody can know before, and for which there is a warning, and no log
 * unless somebody asks for one of this very loop; and addresses,
 * which are others in each run.
 *
 * An address as such is no input (identity.c in the runtime says what of it counts). What it leads
 * to is an object of its own, and if the loop reads it, it is told here, or refused. So the values
 * of pointers must matter in no other way: they must not become numbers, and they must not be in
 * results, but for pointers to memory that the record brings along.
 *
 * Records may hold bytes that were perhaps not written: where that is so, what was there before the
 * loop is an input, too. What accumulators were before it the runtime looks at.
 */
#include "inputs.h"

#include "../effects/effects.h"
#include "append.h"
#include "assigned.h"
#include "deep.h"
#include "draws.h"
#include "fold_call.h"
#include "guard.h"
#include "hull.h"
#include "library.h"
#include "pieces.h"
#include "reasons.h"
#include "render.h"
#include "rows.h"

#include <string.h>

struct finding {
    struct loop *loop;
    struct arena *arena;
    struct plan *plan;
    const struct clause *clause; /* NULL: nobody has asked */
    bool fails;
    bool changes_world;
    LIST_OF(const struct function *) seen;
};

const struct clause *checkpoint_clause(const struct loop *loop)
{
    for (size_t k = 0; k < loop->pragma->clauses.count; k++)
        if (loop->pragma->clauses.items[k].kind == CLAUSE_CHECKPOINT)
            return &loop->pragma->clauses.items[k];
    return NULL;
}

static struct reason *refuse(struct finding *finding, const struct place *place, unsigned end,
                             const char *message)
{
    finding->fails = true;
    return finding->clause
               ? add_reason(finding->loop, DIAG_CHECKPOINT_INPUTS, place, end, "%s", message)
               : NULL;
}

/* ---- pointers in results ------------------------------------------------------------------ */

/* Whether each pointer in the output owns numbers that come with the record. */
static bool owns_its_pointers(const struct finding *finding, size_t output,
                              const struct type *element)
{
    const struct plan *plan = finding->plan;
    unsigned count = 0;
    for (size_t k = 0; k < plan->deep.count; k++)
        count += plan->deep.items[k].output == output;
    if (count == 0 || count != type_count_pointers(element))
        return false;
    if (element->kind == TYPE_POINTER)
        return !type_has_pointer(element->target);
    for (size_t k = 0; k < element->fields.count; k++) {
        const struct type *type = element->fields.items[k]->type;
        if (type->kind == TYPE_RECORD || type->kind == TYPE_ARRAY
                ? type_has_pointer(type)
                : type->kind == TYPE_POINTER && type_has_pointer(type->target))
            return false;
    }
    return true;
}

static bool writes_pointers(const struct finding *finding, const struct object *object)
{
    const struct trace *trace = finding->loop->trace;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object == object && access->is_write && access->type &&
            type_has_pointer(access->type))
            return true;
    }
    return object->type && type_has_pointer(object->type);
}

/* The parts of a record to which only numbers are written have none. */
static bool has_plain_parts(const struct finding *finding, const struct object *object)
{
    const struct trace *trace = finding->loop->trace;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object == object && access->is_write &&
            (!access->type || type_has_pointer(access->type)))
            return false;
    }
    return true;
}

static void check_output(struct finding *finding, size_t number)
{
    const struct object *object = finding->plan->outputs.items[number].object;
    const struct type *element = object->type ? type_base(object->type) : NULL;
    if (!writes_pointers(finding, object) || has_plain_parts(finding, object) ||
        (element && owns_its_pointers(finding, number, element)))
        return;
    refuse(finding, &finding->loop->stmt->place, 0,
           arena_printf(finding->arena,
                        "results in '%s' hold pointers, which lead elsewhere in another run, so "
                        "they cannot be logged",
                        object->name));
}

/* Those that the parent folds. */
static void check_parts(struct finding *finding, const struct use *use)
{
    const struct reduction_update *update = use->update;
    bool has = type_has_pointer(update->type) ||
               (update->call && type_has_pointer(update->call->part_type));
    if (has)
        refuse(finding, &update->place, update->end,
               arena_printf(finding->arena,
                            "what is folded into '%s' holds pointers, which lead elsewhere in "
                            "another run, so it cannot be logged",
                            use->object->name));
}

static void check_results(struct finding *finding, const struct dependences *dependences)
{
    const struct appends *appends = finding->loop->appends;
    for (size_t k = 0; k < finding->plan->outputs.count; k++)
        check_output(finding, k);
    for (size_t k = 0; k < dependences->uses.count; k++) {
        const struct use *use = &dependences->uses.items[k];
        if (use->is_written && use->only_updates && use->update)
            check_parts(finding, use);
    }
    for (size_t k = 0; appends && k < appends->counters.count; k++)
        if (appends->counters.items[k].type->kind == TYPE_POINTER)
            refuse(finding, &finding->loop->stmt->place, 0,
                   arena_printf(finding->arena,
                                "'%s' is a pointer that results are appended by, and points "
                                "elsewhere in another run; use an index",
                                appends->counters.items[k].text));
}

/* ---- what the body does ------------------------------------------------------------------- */

static bool look_at_expr(struct expr *e, void *data);

static void look_into(struct finding *finding, const struct function *function)
{
    for (size_t k = 0; k < finding->seen.count; k++)
        if (finding->seen.items[k] == function)
            return;
    LIST_PUSH(finding->arena, finding->seen, function);
    visit_stmt_exprs(function->body, look_at_expr, finding);
}

static void look_at_call(struct finding *finding, const struct expr *call)
{
    const struct function *function =
        call->args[0]->kind == EXPR_FUNCTION ? call->args[0]->function : NULL;
    const struct library_function *entry = function ? library_entry(function) : NULL;
    for (size_t k = 0; entry && k < entry->effect_count; k++) {
        finding->changes_world |= entry->effects[k].kind == EFFECT_WORLD_WRITE;
        if (entry->effects[k].kind == EFFECT_WORLD_READ && !finding->plan->asks_world) {
            finding->plan->asks_world = call;
            finding->plan->asks_by = function->name;
        }
    }
    if (function && !entry && function->body)
        look_into(finding, function);
}

static bool look_at_expr(struct expr *e, void *data)
{
    struct finding *finding = data;
    if (e->kind == EXPR_CALL)
        look_at_call(finding, e);
    if (e->kind == EXPR_CAST && e->type->kind == TYPE_INTEGER && !e->type->is_bool &&
        e->args[0]->type->kind == TYPE_POINTER)
        refuse(finding, &e->place, e->end,
               "an address becomes a number here, which is another one in each run, so that "
               "results cannot be logged");
    return true;
}

/* ---- inputs ------------------------------------------------------------------------------- */

static void add_input(struct finding *finding, const struct inherited *input)
{
    for (size_t k = 0; k < finding->plan->inputs.count; k++) {
        const struct inherited *other = &finding->plan->inputs.items[k];
        bool same_ends = input->low ? other->low && !strcmp(input->low, other->low) &&
                                          !strcmp(input->high, other->high)
                                    : !other->low;
        if (input->kind == other->kind && same_ends &&
            !strcmp(input->text ? input->text : "", other->text ? other->text : ""))
            return;
    }
    LIST_PUSH(finding->arena, finding->plan->inputs, *input);
}

static bool is_automatic(const struct var *var)
{
    return var->storage == STORAGE_LOCAL || var->storage == STORAGE_PARAMETER;
}

/* It is a part of the program. */
static bool is_constant(const struct object *object)
{
    return object->kind == OBJECT_VARIABLE && !is_automatic(object->var) &&
           type_base(object->var->type)->is_const;
}

static bool is_scalar(const struct type *type)
{
    return type->kind == TYPE_INTEGER || type->kind == TYPE_FLOATING ||
           type->kind == TYPE_COMPLEX || type->kind == TYPE_POINTER;
}

static void refuse_use(struct finding *finding, const struct use *use, const char *why)
{
    const struct object *object = use->object;
    const char *name = object->name ? object->name : "memory";
    const struct place *place = &finding->loop->stmt->place;
    const struct trace *trace = finding->loop->trace;
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object == object && !trace->accesses.items[k].is_write) {
            place = &trace->accesses.items[k].place;
            break;
        }
    struct reason *reason = refuse(
        finding, place, 0,
        arena_printf(finding->arena,
                     object->kind == OBJECT_STATE
                         ? "a log could not tell another input from this one: an iteration reads "
                           "%s%s"
                         : "a log could not tell another input from this one: what an iteration "
                           "reads of '%s' %s",
                     name, why));
    if (reason)
        add_note(finding->loop, reason, NULL, 0,
                 "without 'checkpoint' the loop is parallel; a copy of what it reads, in an array "
                 "of known length, can be told apart");
}

/* Between which bytes of the object the loop reads. */
static bool find_ends(struct finding *finding, const struct object *object, struct inherited *input)
{
    struct hull hull;
    if (!hull_find(finding->loop->trace, object, &hull))
        return false;
    input->low =
        hull_text(finding->arena, finding->loop, "ppar_least", hull.lows.items, hull.lows.count);
    input->high = hull_text(finding->arena, finding->loop, "ppar_greatest", hull.highs.items,
                            hull.highs.count);
    return input->low && input->high;
}

/* What counts of an element; false: pointers may be anywhere in it. */
static bool find_element(const struct object *object, const struct type *type,
                         struct inherited *input)
{
    const struct type *element = type ? type_base(type) : NULL;
    if (!element || element->size <= 0 || element->kind == TYPE_VOID)
        return true;
    if (object->is_punned)
        return !type_has_pointer(element);
    bool is_wide = element->kind == TYPE_FLOATING && element->size > 8;
    bool has_parts = element->kind == TYPE_RECORD || element->kind == TYPE_POINTER || is_wide;
    if (has_parts && input_pieces(element, NULL) > 0)
        input->element = element;
    return input->element || !type_has_pointer(element);
}

/* Whether all that is read of the object is the string that it begins with. */
static bool is_text(const struct trace *trace, const struct object *object)
{
    int64_t offset;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object == object && (access->is_write || !access->is_string ||
                                         !poly_is_constant(access->offset, &offset) || offset != 0))
            return false;
    }
    return true;
}

/* No more than the variable, whatever bounds there are. */
static void find_ends_in(struct finding *finding, const struct object *object, const char *text,
                         struct inherited *input)
{
    const char *size = arena_printf(finding->arena, "sizeof %s", text);
    size_t guards = finding->loop->guards.count;
    if (!object->is_part && object->var->type->kind == TYPE_ARRAY &&
        find_ends(finding, object, input) && finding->loop->guards.count == guards) {
        input->low = arena_printf(finding->arena, "ppar_greatest(%s, 0)", input->low);
        input->high = arena_printf(finding->arena, "ppar_least(%s, %s)", input->high, size);
        return;
    }
    finding->loop->guards.count = guards;
    input->low = "0";
    input->high = size;
}

static void input_variable(struct finding *finding, const struct use *use)
{
    const struct object *object = use->object;
    const struct var *var = object->var;
    const char *text = var_text(finding->arena, finding->loop->function, finding->loop->stmt, var);
    struct inherited input = {.kind = INPUT_MEMORY, .type = var->type};
    if (!text) {
        refuse_use(finding, use, "cannot be named where the loop is");
        return;
    }
    input.text = text;
    if (is_automatic(var) && is_scalar(var->type)) {
        input.kind = INPUT_VALUE;
        add_input(finding, &input);
        return;
    }
    if (var->is_register || var->type->size < 0 || !find_element(object, var->type, &input)) {
        refuse_use(finding, use, "has no size that is known here, or no address");
        return;
    }
    if (is_text(finding->loop->trace, object))
        input.kind = INPUT_TEXT;
    find_ends_in(finding, object, text, &input);
    input.text = arena_printf(finding->arena, "&%s", text);
    add_input(finding, &input);
}

static void input_pointee(struct finding *finding, const struct use *use)
{
    const struct object *object = use->object;
    struct inherited input = {.kind = INPUT_MEMORY, .text = object_address(finding->arena, object)};
    const struct type *type = object->type;
    if (is_text(finding->loop->trace, object))
        input.kind = INPUT_TEXT;
    bool is_known = input.text && find_ends(finding, object, &input);
    if (input.text && !is_known && object->is_fresh) {
        input.low = "0"; /* all of the block */
        input.high = arena_printf(finding->arena, "ppar_block_size(%s)", input.text);
        is_known = true;
    }
    if (!input.text)
        refuse_use(finding, use, "cannot be named where the loop is");
    else if (!is_known)
        refuse_use(finding, use, "has ends that are not known before the loop");
    else if (!find_element(object, type, &input))
        refuse_use(finding, use, "has pointers in it that are also read as something else");
    else
        add_input(finding, &input);
}

static void input_rows(struct finding *finding, const struct use *use)
{
    struct inherited input = {.kind = INPUT_ROWS, .text = rows_text(finding->loop, use->object)};
    if (!input.text)
        refuse_use(finding, use, "has ends that are not known before the loop");
    else if (use->object->is_punned || (use->object->type && type_has_pointer(use->object->type)))
        refuse_use(finding, use, "holds pointers");
    else
        add_input(finding, &input);
}

static void input_object(struct finding *finding, const struct use *use)
{
    const struct object *object = use->object;
    const struct inherited environment = {.kind = INPUT_ENVIRONMENT};
    switch (object->kind) {
    case OBJECT_OWN:
        return;
    case OBJECT_VARIABLE:
        if (!is_constant(object))
            input_variable(finding, use);
        return;
    case OBJECT_POINTEE:
        input_pointee(finding, use);
        return;
    case OBJECT_ROWS:
        input_rows(finding, use);
        return;
    case OBJECT_STATE:
        if (strstr(object->name, "environ"))
            add_input(finding, &environment);
        else
            refuse_use(finding, use, "");
        return;
    default:
        refuse_use(finding, use, "is not known");
    }
}

/* Whether records hold bytes of the object that were perhaps not written. */
static bool sends_old_bytes(const struct plan *plan, const struct object *object)
{
    for (size_t k = 0; k < plan->puts.count; k++)
        if (plan->puts.items[k].is_maybe &&
            plan->outputs.items[plan->puts.items[k].output].object == object)
            return true;
    return false;
}

static bool is_counter(const struct loop *loop, const struct object *object)
{
    for (size_t k = 0; k < loop->levels.count; k++)
        if (object->kind == OBJECT_VARIABLE && object->var == loop->levels.items[k].shape.counter)
            return true;
    return false;
}

static void find_input(struct finding *finding, const struct use *use)
{
    bool is_folded = use->is_written && (use->only_updates || use->is_appended);
    bool is_read = use->is_read && (!use->is_written || use->is_exposed);
    if (is_folded || is_counter(finding->loop, use->object))
        return;
    if (is_read || sends_old_bytes(finding->plan, use->object))
        input_object(finding, use);
}

/* What rendering the ends has taken for granted is no guard of the loop's. */
static void take_back_guards(struct finding *finding, size_t count)
{
    struct loop *loop = finding->loop;
    for (size_t k = count; k < loop->guards.count; k++)
        LIST_PUSH(finding->arena, finding->plan->input_conditions, loop->guards.items[k].condition);
    loop->guards.count = count;
}

void find_inputs(struct loop *loop, const struct dependences *dependences)
{
    struct finding finding = {.loop = loop,
                              .arena = loop->trace->arena,
                              .plan = loop->plan,
                              .clause = checkpoint_clause(loop)};
    size_t guards = loop->guards.count;
    if (!finding.clause && loop->plan->is_light)
        return;
    check_results(&finding, dependences);
    visit_stmt_exprs(loop->stmt->body, look_at_expr, &finding);
    for (size_t k = 0; k < dependences->uses.count; k++)
        find_input(&finding, &dependences->uses.items[k]);
    if (loop_draws(loop)) {
        struct inherited key = {.kind = INPUT_KEY, .text = key_variable(finding.arena, loop)};
        add_input(&finding, &key);
    }
    take_back_guards(&finding, guards);
    bool is_outside = loop->plan->asks_world || finding.changes_world;
    loop->plan->is_logged = !finding.fails && (finding.clause || !is_outside);
}
