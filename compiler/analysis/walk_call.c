/*
 * Calls. A function with a body in sight is walked in place: its parameters are variables of this
 * iteration's own, bound to the arguments' values. A call that is already being walked further out
 * is recursive and is taken by its summary. Functions of the library do what their table entry says
 * (library.c); every other callee may do anything, and that rules a parallel run out.
 */
#include "walk.h"

#include "alias.h"
#include "assigned.h"
#include "jumps.h"
#include "library.h"
#include "own.h"
#include "sections.h"
#include "serial.h"
#include "summary.h"

#include <string.h>

enum { MAX_CALL_DEPTH = 40, MAX_ARGUMENTS = 64 };

static bool is_active(const struct walker *walker, const struct function *function)
{
    unsigned depth = 0;
    for (const struct frame *frame = walker->frame; frame; frame = frame->caller, depth++)
        if (frame->function == function)
            return true;
    return depth > MAX_CALL_DEPTH;
}

/* Without a prototype it is the callee that converts. */
static bool is_converted(const struct expr *call, const struct function *function, size_t index)
{
    bool is_direct = call->kind == EXPR_CALL && call->args[0]->kind == EXPR_FUNCTION &&
                     call->args[0]->function == function;
    return is_direct && index + 1 < call->arg_count &&
           type_includes(function->params.items[index]->type, call->args[index + 1]->type);
}

/* Whether PARAM only stands for the record that is passed. */
static bool is_mere_copy(const struct walker *walker, const struct function *function,
                         const struct var *param)
{
    for (size_t k = 0; k < walker->changed_copies.count; k++)
        if (walker->changed_copies.items[k] == param)
            return false;
    return !param->address_taken && !stmt_assigns_part(function->body, param);
}

/* Members that are read out of the parameter are read out of what it is a copy of, so that pointers
 * among them keep their meaning. */
static void bind_record(struct walker *walker, const struct function *function, struct var *param,
                        const struct value *arg)
{
    if (!arg->record || !is_mere_copy(walker, function, param))
        return;
    struct copied_record record = {param, *arg->record};
    LIST_PUSH(walker->arena, walker->frame->records, record);
}

/* When the original was written to since the access number FIRST, the copy has to be taken for one.
 */
static void check_records(struct walker *walker, const struct frame *frame, size_t first)
{
    struct trace *trace = walker->trace;
    for (size_t r = 0; r < frame->records.count; r++)
        for (size_t k = first; k < trace->accesses.count; k++) {
            const struct copied_record *record = &frame->records.items[r];
            if (!trace->accesses.items[k].is_write ||
                !objects_may_overlap(trace, trace->accesses.items[k].object,
                                     record->original.object))
                continue;
            LIST_PUSH(walker->arena, walker->changed_copies, record->param);
            walker->again = true;
            break;
        }
}

static void bind_parameters(struct walker *walker, const struct function *function,
                            const struct value *args, size_t count, const struct expr *at)
{
    for (size_t k = 0; k < function->params.count; k++) {
        struct var *param = function->params.items[k];
        struct object *object = declare_own(walker, param);
        if (k < count)
            bind_record(walker, function, param, &args[k]);
        bool is_scalar = param->type->kind == TYPE_INTEGER || param->type->kind == TYPE_POINTER;
        if (k < count && (!is_scalar || param->address_taken) && type_holds_pointer(param->type))
            own_store(walker, param->type, &own_element, &args[k]);
        if (!is_scalar)
            continue;
        bool is_known = k < count && args[k].kind != VALUE_OTHER &&
                        (args[k].kind == VALUE_POINTER) == (param->type->kind == TYPE_POINTER);
        struct value value = is_known ? args[k] : value_unknown(walker, param->type);
        if (value.kind == VALUE_INTEGER && !is_converted(at, function, k))
            value.integer =
                trace_convert(walker->trace, walker->env.context, value.integer, param->type);
        env_set(walker, object, value);
    }
}

/* What holds behind the call is what holds at one of its returns. */
static void join_returns(struct walker *walker, struct frame *frame, struct context *before)
{
    for (size_t k = 0; k < frame->returns.list.count; k++) {
        struct env at_return = frame->returns.list.items[k];
        at_return.state = ALIVE;
        walker->env = env_join(walker, &walker->env, &at_return);
    }
    walker->env.context = before;
}

/* What the call's own variables held is of no use any more, unless their address went somewhere. */
static void forget_locals(struct walker *walker, const struct frame *frame)
{
    struct env *env = &walker->env;
    size_t kept = 0;
    for (size_t k = 0; k < env->bindings.count; k++) {
        const struct object *object = env->bindings.items[k].object;
        bool is_local = object->kind == OBJECT_OWN && object->var &&
                        object->var->function == frame->function && object != walker->counter;
        if (!is_local)
            env->bindings.items[kept++] = env->bindings.items[k];
    }
    env->bindings.count = kept;
}

/* What the call returns: the last of its values, unless the conditions of an earlier one held. */
static struct value returned_value(struct walker *walker, const struct frame *frame,
                                   struct context *before)
{
    const struct context *otherwise = context_unknown(walker, before);
    size_t k = frame->outcomes.count;
    if (k == 0)
        return value_unknown(walker, frame->function->type->target);
    struct value value = frame->outcomes.items[--k].value;
    while (k-- > 0) {
        const struct outcome *earlier = &frame->outcomes.items[k];
        const struct split split = {before, earlier->context, otherwise};
        value = value_join(walker, &split, &earlier->value, &value, earlier->type);
    }
    return value;
}

struct value walk_in_place(struct walker *walker, struct function *function,
                           const struct value *args, size_t count, const struct expr *at)
{
    struct frame frame = {.caller = walker->frame,
                          .function = function,
                          .call = at->place,
                          .number = ++walker->calls,
                          .context = walker->env.context,
                          .loop = walker->loop};
    struct env_list *breaks = walker->breaks, *continues = walker->continues;
    struct env *switch_head = walker->switch_head;
    struct reduction_update *update = walker->update;
    struct context *before = walker->env.context;
    bool unordered = walker->unordered;
    size_t first = walker->trace->accesses.count;

    walker->frame = &frame;
    walker->breaks = walker->continues = NULL;
    walker->switch_head = NULL;
    walker->update = NULL;
    walker->unordered |= function->has_label && !jumps_are_simple(function->body);
    bind_parameters(walker, function, args, count, at);
    walk_stmt(walker, function->body);
    join_returns(walker, &frame, before);

    check_records(walker, &frame, first);
    forget_locals(walker, &frame);
    walker->frame = frame.caller;
    walker->breaks = breaks;
    walker->continues = continues;
    walker->switch_head = switch_head;
    walker->update = update;
    walker->unordered = unordered;
    return returned_value(walker, &frame, before);
}

/* ---- recursive calls ---------------------------------------------------------------------- */

static void touch_everything(struct walker *walker, struct object *object, bool is_write,
                             const struct expr *at)
{
    struct pointer pointer = {.object = object};
    touch(walker, &pointer, NULL, is_write, false, false, at);
}

/* What must not happen to memory from before the iteration. */
static void check_argument(struct walker *walker, const struct function *function, size_t index,
                           const struct object *object, const struct expr *at)
{
    const struct summary *summary = function->summary;
    bool is_own = object->kind == OBJECT_OWN;
    bool is_given = index >= 64 || summary->params_given >> index & 1;
    if (!is_own && summary_frees_param(summary, index))
        walk_reason(walker, DIAG_FREES_OUTER, at,
                    "this recursive call of '%s' may free memory that was allocated before this "
                    "iteration",
                    function->name);
    if ((!is_own && is_given) || (is_own && summary_keeps_param(summary, index)))
        walk_reason(
            walker, DIAG_POINTER_RESULT, at,
            "this recursive call of '%s' may leave a pointer to memory that only the worker "
            "has",
            function->name);
}

static void touch_state_of_callee(struct walker *walker, const char *state, bool is_write,
                                  const struct expr *at)
{
    if (!walk_own_state(walker, state))
        touch_everything(walker, object_state(walker, OBJECT_STATE, state), is_write, at);
}

static struct value take_summary(struct walker *walker, const struct function *function,
                                 const struct value *args, size_t count, const struct expr *at)
{
    const struct summary *summary = function->summary;
    walker->trace->took_summary = true;
    for (size_t k = 0; k < summary->reasons.count; k++)
        walk_reason_at(walker, summary->reasons.items[k].id, &summary->reasons.items[k].place, 0,
                       "%s", summary->reasons.items[k].message);
    for (size_t k = 0; k < summary->reads.count; k++)
        touch_everything(walker, object_of_var(walker, summary->reads.items[k]), false, at);
    for (size_t k = 0; k < summary->writes.count; k++)
        touch_everything(walker, object_of_var(walker, summary->writes.items[k]), true, at);
    if (summary->stores_pointers)
        walk_reason(
            walker, DIAG_POINTER_RESULT, at,
            "this recursive call of '%s' may leave pointers in memory, and where they point "
            "is not known",
            function->name);
    for (size_t k = 0; k < count; k++) {
        struct object *object =
            args[k].kind == VALUE_POINTER ? args[k].pointer.object : walker->unknown;
        if (object == walker->null)
            continue;
        check_argument(walker, function, k, object, at);
        if (summary_reads_param(summary, k))
            touch_everything(walker, object, false, at);
        if (summary_writes_param(summary, k))
            touch_everything(walker, object, true, at);
        if (summary_writes_param(summary, k) && object->kind == OBJECT_OWN)
            own_lose(walker);
    }
    if (summary->reads_unknown)
        touch_everything(walker, walker->unknown, false, at);
    if (summary->writes_unknown)
        touch_everything(walker, walker->unknown, true, at);
    for (size_t k = 0; k < summary->states_read.count; k++)
        touch_state_of_callee(walker, summary->states_read.items[k], false, at);
    for (size_t k = 0; k < summary->states_written.count; k++)
        touch_state_of_callee(walker, summary->states_written.items[k], true, at);
    if (summary->changes_world)
        check_early_end(walker, at, function->name);
    walker->trace->prints |= summary->prints;
    walker->trace->may_exit |= summary->may_exit;
    return value_unknown(walker, function->type->target);
}

/* ---- the callee --------------------------------------------------------------------------- */

/* A record in outer memory is passed as a copy of what lies there. */
static struct value walk_argument(struct walker *walker, struct expr *e)
{
    bool is_place = e->kind == EXPR_VAR || e->kind == EXPR_INDEX || e->kind == EXPR_MEMBER ||
                    e->kind == EXPR_DEREF;
    if (e->type->kind != TYPE_RECORD || !is_place)
        return walk_value(walker, e);
    struct location location = walk_location(walker, e);
    struct value value = load(walker, &location, e);
    enum object_kind kind = location.pointer.object->kind;
    if (kind != OBJECT_VARIABLE && kind != OBJECT_POINTEE)
        return value;
    struct pointer *record = ARENA_NEW(walker->arena, struct pointer);
    *record = location.pointer;
    value.record = record;
    return value;
}

static size_t walk_arguments(struct walker *walker, struct expr *e, struct value *args)
{
    size_t count = 0;
    const struct operand first = operand_begin(walker);
    for (size_t k = 1; k < e->arg_count; k++) {
        const struct operand next = operand_begin(walker);
        struct value value = walk_argument(walker, e->args[k]);
        if (check_order(walker, e, &first, &next))
            value = (struct value){0};
        if (count < MAX_ARGUMENTS)
            args[count++] = value;
    }
    return count;
}

/* What to say of FUNCTION before its declaration, once. */
static void offer_effects(struct walker *walker, struct reason *reason,
                          const struct function *function)
{
    const struct trace *trace = walker->trace;
    size_t count = 0;
    for (size_t k = 0; k < trace->reasons.count && reason; k++)
        count += !strcmp(trace->reasons.items[k].message, reason->message);
    if (count == 1 && function->place.line && !function->in_system_header && !function->body)
        walk_note(walker, reason, &function->place,
                  "if it only computes a value from those of its arguments, put "
                  "'#pragma ppar effects(pure)' on the line before this");
}

/* A worker has a copy of the handle, and shares with the others what it stands for. */
static void check_handles(struct walker *walker, const struct expr *e, const char *name,
                          const struct value *args, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        const struct type *type = e->args[k + 1]->type;
        const char *what = type->kind == TYPE_POINTER ? type_is_handle(type->target) : NULL;
        bool is_own = args[k].kind == VALUE_POINTER && args[k].pointer.object->kind == OBJECT_OWN;
        if (what && !is_own)
            walk_reason(walker, DIAG_SHARED_HANDLE, e,
                        "'%s' uses %s that is shared by all iterations, %s; open one in each "
                        "iteration",
                        name, what,
                        walk_quoted(walker, e->args[k + 1], "a parameter of this call"));
    }
}

/* What a stream is read to, or written, is no memory that a clause could list. */
static void check_streams(struct walker *walker, const struct expr *e, const struct value *args,
                          size_t count)
{
    for (size_t k = 0; k < count; k++) {
        const struct type *type = e->args[k + 1]->type;
        const struct pointer *stream = &args[k].pointer;
        bool is_stream = type->kind == TYPE_POINTER && type->target->tag &&
                         !strcmp(type->target->tag, "_IO_FILE");
        bool is_known = args[k].kind == VALUE_POINTER && stream->object;
        bool is_fine = is_known && (stream->object->kind == OBJECT_OWN ||
                                    stream_is_standard(stream, "stdout") ||
                                    stream_is_standard(stream, "stderr"));
        if (is_stream && !is_fine)
            walk_reason(walker, DIAG_SHARED_STREAM, e,
                        "%s is a stream that is shared by all iterations; read before the loop, or "
                        "write after it",
                        walk_quoted(walker, e->args[k + 1], "an argument of this call"));
    }
}

/* What clauses say of code that is not in sight holds for this call. */
static bool is_told_by_clauses(struct walker *walker, struct expr *e,
                               const struct function *function, const struct value *args,
                               size_t count)
{
    const struct unseen unseen = {
        .at = e, .args = args, .count = count, .may_write = !function || !function->is_pure};
    if (!walk_unseen(walker, &unseen))
        return false;
    check_handles(walker, e, function ? function->name : "this call", args, count);
    check_streams(walker, e, args, count);
    return true;
}

static struct value unknown_call(struct walker *walker, struct expr *e,
                                 const struct function *function, const struct value *args,
                                 size_t count)
{
    walker->trace->took_summary = true;
    if (function && function->is_const)
        return value_unknown(walker, e->type);
    if (is_told_by_clauses(walker, e, function, args, count))
        return value_unknown(walker, e->type);
    if (function && function->is_pure) {
        touch_everything(walker, walker->unknown, false, e);
        return value_unknown(walker, e->type);
    }
    if (!function) {
        walk_reason(walker, DIAG_UNKNOWN_CALLEE, e,
                    "which function is called through %s is not known; call it by its name",
                    walk_quoted(walker, e->args[0], "this pointer"));
        return value_unknown(walker, e->type);
    }
    struct reason *reason =
        walk_reason(walker, DIAG_UNKNOWN_CALLEE, e,
                    "nothing is known of the function '%s', which is defined elsewhere; name its "
                    "file on the same command line, or say what it does by "
                    "'#pragma ppar effects(...)' before its declaration",
                    function->name);
    offer_effects(walker, reason, function);
    return value_unknown(walker, e->type);
}

/* A definition that is weak need not be the one that runs. */
static bool is_replaceable(const struct function *function)
{
    return function->unit && function->unit->has_weak && !function->is_static && function->body &&
           !function->is_declared;
}

struct value walk_call(struct walker *walker, struct expr *e)
{
    struct value args[MAX_ARGUMENTS];
    bool is_direct = e->args[0]->kind == EXPR_FUNCTION;
    if (!is_direct)
        walk_value(walker, e->args[0]);
    size_t count = walk_arguments(walker, e, args);
    struct function *function = is_direct ? e->args[0]->function : NULL;
    struct value result;
    const struct library_function *entry = function ? library_entry(function) : NULL;
    walker->trace->used_effects |= function && function->is_declared;
    if (function && function->is_declared)
        check_handles(walker, e, function->name, args, count);
    if (entry)
        result = library_call(walker, e, function, entry, args, count);
    else if (function && is_replaceable(function))
        result = unknown_call(walker, e, function, args, count);
    else if (function && function->body && !is_active(walker, function))
        result = walk_in_place(walker, function, args, count, e);
    else if (function && function->body && function->summary)
        result = take_summary(walker, function, args, count, e);
    else
        result = unknown_call(walker, e, function, args, count);
    if (function && function->is_noreturn) {
        walker->trace->may_exit = true;
        walker->env.state = DEAD_EXIT;
    }
    return result;
}
