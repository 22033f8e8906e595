/*
 * What a call does in a summary. A function with a body does what its own summary says, in terms of
 * the arguments; a function of the library what its table entry says, with every extent taken for
 * the whole object; a call through a pointer and a function that nobody knows may do anything.
 */
#include "library.h"
#include "summarise.h"

#include <string.h>

struct call {
    struct body *body;
    struct expr *e;
    struct function *function;
    const struct targets *args; /* what each argument points to */
    size_t count;
};

static const struct targets anywhere = {.unknown = true};

/* ---- functions of the unit ---------------------------------------------------------------- */

/* What the set FROM, in the callee's terms, is in the caller's. */
static void translate(const struct call *call, const struct targets *from, struct targets *into)
{
    for (size_t k = 0; k < call->count && k < 64; k++)
        if (from->params >> k & 1)
            targets_join(call->body->arena, into, &call->args[k]);
    struct targets rest = *from;
    rest.params = 0;
    rest.fresh.count = 0;
    rest.local = false;
    targets_join(call->body->arena, into, &rest);
    if (from->fresh.count)
        targets_add_fresh(call->body->arena, into, call->e);
}

static void access_params(const struct call *call, uint64_t mask, enum access_way way)
{
    for (size_t k = 0; k < call->count && k < 64; k++)
        if (mask >> k & 1)
            body_access(call->body, &call->args[k], way, call->e);
}

static void access_rest(const struct call *call, const struct summary *of)
{
    struct targets read = summary_read(of), written = summary_written(of);
    read.params = written.params = 0;
    body_access(call->body, &read, ACCESS_READ, call->e);
    body_access(call->body, &written, ACCESS_WRITE, call->e);
}

/* Which pointers the callee stores is not known any more. */
static void keep_args(const struct call *call, const struct summary *of)
{
    for (size_t k = 0; k < call->count; k++) {
        bool is_variable = k >= call->function->params.count;
        if (k < 64 && of->params_given >> k & 1)
            body_keep(call->body, &call->args[k], &anywhere, &call->e->place);
        if (is_variable || summary_keeps_param(of, k))
            body_join(call->body, &call->body->kept, &call->args[k]);
    }
}

static void copy_flags(const struct call *call, const struct summary *of)
{
    struct body *body = call->body;
    if (of->prints)
        body_flag(body, &body->summary->prints);
    if (of->may_exit)
        body_flag(body, &body->summary->may_exit);
    if (of->reads_world)
        body_flag(body, &body->summary->reads_world);
    if (of->changes_world)
        body_flag(body, &body->summary->changes_world);
    if (of->stores_pointers)
        body_flag(body, &body->summary->stores_pointers);
    for (size_t k = 0; k < of->reasons.count; k++)
        body_reason(body, &of->reasons.items[k].place, of->reasons.items[k].id,
                    of->reasons.items[k].message);
}

static void call_defined(const struct call *call, struct targets *into)
{
    const struct summary *of = call->function->summary;
    access_params(call, of->params_read, ACCESS_READ);
    access_params(call, of->params_written, ACCESS_WRITE);
    access_params(call, of->params_freed, ACCESS_FREE);
    access_rest(call, of);
    keep_args(call, of);
    copy_flags(call, of);
    translate(call, &of->result, into);
}

/* ---- functions that nobody knows ---------------------------------------------------------- */

static void keep_all(const struct call *call)
{
    for (size_t k = 0; k < call->count; k++)
        body_join(call->body, &call->body->kept, &call->args[k]);
}

static void call_unknown(const struct call *call, struct targets *into)
{
    into->unknown = true;
    keep_all(call);
    const char *message =
        "which function is called through this pointer is not known; call it by its name";
    if (call->function)
        message = arena_printf(call->body->arena,
                               "nothing is known of the function '%s', which is defined elsewhere; "
                               "'#pragma ppar effects(...)' before its declaration says what it "
                               "does",
                               call->function->name);
    body_do_anything(call->body, &call->e->place, DIAG_UNKNOWN_CALLEE, message);
}

/* By attribute: a pure function reads what it likes, a const function nothing. */
static void call_attributed(const struct call *call, struct targets *into)
{
    into->unknown = true;
    keep_all(call);
    if (!call->function->is_const)
        body_access(call->body, &anywhere, ACCESS_READ, call->e);
}

/* ---- functions of the library ------------------------------------------------------------- */

static const struct targets *argument(const struct call *call, int param)
{
    static const struct targets none = {0};
    return param >= 0 && (size_t)param < call->count ? &call->args[param] : &none;
}

static const struct expr *argument_expr(const struct call *call, int param)
{
    return param >= 0 && (size_t)param < call->count ? body_strip(call->e->args[param + 1]) : NULL;
}

static void library_reason(const struct call *call, enum diag_id id, const char *format)
{
    body_reason(call->body, &call->e->place, id,
                arena_printf(call->body->arena, "'%s' %s", call->function->name, format));
}

static void access_argument(const struct call *call, int param, enum access_way way)
{
    if (param != PARAM_VARIADIC) {
        body_access(call->body, argument(call, param), way, call->e);
        return;
    }
    for (size_t k = call->function->params.count; k < call->count; k++)
        body_access(call->body, &call->args[k], way, call->e);
}

static void access_state(const struct call *call, const char *name, enum access_way way)
{
    struct targets state = {0};
    targets_add_state(call->body->arena, &state, name);
    body_access(call->body, &state, way, call->e);
}

static void use_cursor(const struct call *call, const struct effect *effect)
{
    const struct expr *string = argument_expr(call, effect->param);
    struct targets memory = {.unknown = !string || body_is_null(string)};
    targets_join(call->body->arena, &memory, argument(call, effect->param));
    if (effect->name) {
        access_state(call, effect->name, ACCESS_READ);
        access_state(call, effect->name, ACCESS_WRITE);
    } else {
        access_argument(call, effect->other, ACCESS_READ);
        access_argument(call, effect->other, ACCESS_WRITE);
    }
    body_access(call->body, &memory, ACCESS_READ, call->e);
    body_access(call->body, &memory, ACCESS_WRITE, call->e);
}

static bool is_standard(const struct expr *e, const char *name)
{
    return e && e->kind == EXPR_VAR && e->var->storage == STORAGE_EXTERNAL &&
           !strcmp(e->var->name, name);
}

static void use_stream(const struct call *call, const struct effect *effect)
{
    const struct expr *stream = argument_expr(call, effect->param);
    const struct targets *targets = argument(call, effect->param);
    bool prints = effect->kind == EFFECT_STREAM_WRITE || effect->kind == EFFECT_STREAM_FLUSH;
    if (targets->fresh.count && targets_are_own(targets))
        return;
    if (prints && is_standard(stream, "stdout"))
        body_flag(call->body, &call->body->summary->prints);
    else if (!prints || !is_standard(stream, "stderr"))
        library_reason(call, DIAG_SHARED_STREAM,
                       "uses a stream that is shared by all iterations; read before the loop, or "
                       "write after it");
}

static void use_descriptor(const struct call *call, const struct effect *effect)
{
    const struct expr *number = argument_expr(call, effect->param);
    bool prints = effect->kind == EFFECT_DESCRIPTOR_WRITE && number && number->kind == EXPR_INT;
    if (prints && number->value == 1)
        body_flag(call->body, &call->body->summary->prints);
    else if (!prints || number->value != 2)
        library_reason(call, DIAG_SHARED_STREAM,
                       "uses a file descriptor that is shared by all iterations; read before the "
                       "loop, or write after it");
}

/* %n writes to a signed integer; every argument that may point to one counts as written. */
static bool may_be_counter(const struct type *type)
{
    if (type->kind != TYPE_POINTER && type->kind != TYPE_ARRAY)
        return false;
    const struct type *target = type->target;
    bool is_text = target->size == 1 && strcmp(target->spelling, "signed char") != 0;
    return !target->is_const && !is_text && target->kind != TYPE_VOID;
}

static void use_print_format(const struct call *call)
{
    for (size_t k = call->function->params.count; k < call->count; k++)
        if (may_be_counter(call->e->args[k + 1]->type))
            body_access(call->body, &call->args[k], ACCESS_WRITE, call->e);
}

/* The callback's parameters may be anything of what the mask names. */
static void use_callback(const struct call *call, const struct effect *effect)
{
    const struct expr *callback = argument_expr(call, effect->param);
    if (!callback || body_is_null(callback))
        return;
    if (callback->kind == EXPR_ADDRESS)
        callback = callback->args[0];
    struct function *function = callback->kind == EXPR_FUNCTION ? callback->function : NULL;
    struct call inner = {call->body, call->e, function, NULL, 0};
    struct targets all = {0}, unused = {0};
    for (size_t k = 0; k < call->count && k < 32; k++)
        if (effect->with >> k & 1)
            targets_join(call->body->arena, &all, &call->args[k]);
    inner.count = function ? function->params.count : 0;
    struct targets *args = arena_alloc(call->body->arena, inner.count * sizeof *args);
    for (size_t k = 0; k < inner.count; k++)
        args[k] = all;
    inner.args = args;
    if (function && function->body) {
        call_defined(&inner, &unused);
    } else {
        body_join(call->body, &call->body->kept, &all);
        call_unknown(&inner, &unused);
    }
}

static void apply(const struct call *call, const struct effect *effect)
{
    struct summary *summary = call->body->summary;
    switch (effect->kind) {
    case EFFECT_NONE:
    case EFFECT_STDERR:
    case EFFECT_SCAN_FORMAT: /* %m, too, writes to what the arguments point to */
    case EFFECT_STREAM_QUERY:
    case EFFECT_DESCRIPTOR_QUERY:
        return;
    case EFFECT_READ:
        access_argument(call, effect->param, ACCESS_READ);
        return;
    case EFFECT_WRITE:
    case EFFECT_MAY_WRITE:
    case EFFECT_WRITE_STRING:
    case EFFECT_MAY_WRITE_STRING:
    case EFFECT_WRITE_FRESH:
    case EFFECT_STORE_INSIDE:
        access_argument(call, effect->param, ACCESS_WRITE);
        return;
    case EFFECT_REALLOCATE:
        access_argument(call, effect->param, ACCESS_READ);
        access_argument(call, effect->param, ACCESS_WRITE);
        body_access(call->body, &anywhere, ACCESS_FREE, call->e);
        return;
    case EFFECT_READ_ANYTHING:
        body_access(call->body, &anywhere, ACCESS_READ, call->e);
        return;
    case EFFECT_FREE:
        access_argument(call, effect->param, ACCESS_FREE);
        return;
    case EFFECT_READ_STATE:
        access_state(call, effect->name, ACCESS_READ);
        return;
    case EFFECT_WRITE_STATE:
    case EFFECT_MAY_WRITE_STATE:
        access_state(call, effect->name, ACCESS_WRITE);
        return;
    case EFFECT_CURSOR:
        use_cursor(call, effect);
        return;
    case EFFECT_STREAM_READ:
    case EFFECT_STREAM_WRITE:
    case EFFECT_STREAM_FLUSH:
    case EFFECT_STREAM_MOVE:
    case EFFECT_STREAM_CLOSE:
        use_stream(call, effect);
        return;
    case EFFECT_STDOUT:
        body_flag(call->body, &summary->prints);
        return;
    case EFFECT_STDIN:
        library_reason(call, DIAG_SHARED_STREAM,
                       "reads stdin, which is shared by all iterations; read before the loop");
        return;
    case EFFECT_DESCRIPTOR_READ:
    case EFFECT_DESCRIPTOR_WRITE:
    case EFFECT_DESCRIPTOR_MOVE:
    case EFFECT_DESCRIPTOR_CLOSE:
        use_descriptor(call, effect);
        return;
    case EFFECT_PRINT_FORMAT:
        use_print_format(call);
        return;
    case EFFECT_CALL:
        use_callback(call, effect);
        return;
    case EFFECT_EXIT:
        body_flag(call->body, &summary->may_exit);
        return;
    case EFFECT_WORLD_READ:
        body_flag(call->body, &summary->reads_world);
        return;
    case EFFECT_WORLD_WRITE:
        body_flag(call->body, &summary->changes_world);
        return;
    case EFFECT_FORBIDDEN:
        library_reason(call, DIAG_FORBIDDEN_CALL,
                       arena_printf(call->body->arena, "cannot be called here: %s", effect->name));
        return;
    }
}

/* ---- what the library returns, and what it holds on to ------------------------------------ */

static bool sets_pointer(const struct function *function, const struct effect *effect)
{
    if (effect->param < 0 || (size_t)effect->param >= function->params.count)
        return false;
    const struct type *type = function->params.items[effect->param]->type;
    return type->target && type->target->kind == TYPE_POINTER;
}

/* The table says what is accessed, not where pointers stay. They may in what has a memory of its
 * own, and in a pointer that the function sets. */
static bool library_keeps(const struct function *function, const struct library_function *entry)
{
    bool keeps = entry->result == RESULT_STREAM;
    for (size_t k = 0; k < entry->effect_count; k++) {
        const struct effect *effect = &entry->effects[k];
        enum effect_kind kind = effect->kind;
        bool has_memory = kind == EFFECT_CURSOR || kind == EFFECT_STREAM_MOVE ||
                          kind == EFFECT_FORBIDDEN || kind == EFFECT_READ_ANYTHING;
        bool writes_state = kind == EFFECT_WRITE_STATE || kind == EFFECT_MAY_WRITE_STATE;
        bool writes =
            kind == EFFECT_WRITE || kind == EFFECT_MAY_WRITE || kind == EFFECT_STORE_INSIDE;
        keeps |= has_memory || (writes_state && strcmp(effect->name, "errno") != 0) ||
                 (writes && sets_pointer(function, effect));
    }
    return keeps;
}

static bool may_point_to_pointers(const struct call *call, int param)
{
    const struct expr *e = argument_expr(call, param);
    const struct type *target = e ? e->type->target : NULL;
    return target && (target->kind == TYPE_VOID || body_may_hold_pointer(target));
}

/* memcpy and its like copy the pointers that are among the bytes. */
static void copy_pointers(const struct call *call, const struct library_function *entry,
                          const struct effect *write)
{
    bool is_copy = false;
    for (size_t k = 0; k < entry->effect_count; k++) {
        const struct effect *read = &entry->effects[k];
        bool is_bytes = read->extent.kind != EXTENT_STRING && read->extent.kind != EXTENT_OBJECT;
        is_copy |=
            read->kind == EFFECT_READ && read->param != write->param && is_bytes &&
            (may_point_to_pointers(call, read->param) || may_point_to_pointers(call, write->param));
    }
    if (is_copy)
        body_keep(call->body, argument(call, write->param), &anywhere, &call->e->place);
}

static bool only_reads(const struct call *call, const struct library_function *entry)
{
    const struct expr *mode = argument_expr(call, entry->mode);
    if (!mode)
        return entry->mode == PARAM_NONE;
    if (entry->result == RESULT_DESCRIPTOR)
        return mode->kind == EXPR_INT && (mode->value & 3) == 0;
    return mode->kind == EXPR_STRING && mode->text && strchr(mode->text, 'r') &&
           !strchr(mode->text, '+');
}

/* A file that is opened to be written must be another one in each iteration; its name can only be
 * when it is made here. */
static void open_file(const struct call *call, const struct library_function *entry)
{
    const struct targets *path = argument(call, entry->path);
    bool is_made_here = targets_are_own(path) && !path->constant;
    if (entry->path != PARAM_NONE && !only_reads(call, entry) && !is_made_here)
        library_reason(call, DIAG_SHARED_FILE,
                       "opens a file to write it, and other iterations may open the same one");
}

static void library_result(const struct call *call, const struct library_function *entry,
                           struct targets *into)
{
    struct arena *arena = call->body->arena;
    switch (entry->result) {
    case RESULT_VALUE:
        into->unknown = true;
        return;
    case RESULT_FRESH:
        targets_add_fresh(arena, into, call->e);
        return;
    case RESULT_STREAM:
        targets_add_fresh(arena, into, call->e);
        into->inside = true; /* not memory that can be freed or measured */
        open_file(call, entry);
        return;
    case RESULT_DESCRIPTOR:
        open_file(call, entry);
        return;
    case RESULT_NUMBER:
        return;
    case RESULT_MAPPING:
        targets_add_fresh(arena, into, call->e);
        into->inside = true;
        library_reason(call, DIAG_FORBIDDEN_CALL, "maps memory");
        return;
    case RESULT_CURSOR:
        into->unknown = true;
        return;
    case RESULT_INSIDE:
        into->inside = true;
        targets_join(arena, into, argument(call, entry->param));
        return;
    case RESULT_PARAM:
        targets_join(arena, into, argument(call, entry->param));
        return;
    case RESULT_STATE:
        targets_add_state(arena, into, entry->state);
        return;
    case RESULT_CONSTANT:
        into->constant = true;
        return;
    }
}

static void call_library(const struct call *call, const struct library_function *entry,
                         struct targets *into)
{
    if (library_keeps(call->function, entry))
        keep_all(call);
    for (size_t k = 0; k < entry->effect_count; k++)
        apply(call, &entry->effects[k]);
    for (size_t k = 0; k < entry->effect_count; k++)
        if (entry->effects[k].kind == EFFECT_WRITE || entry->effects[k].kind == EFFECT_MAY_WRITE)
            copy_pointers(call, entry, &entry->effects[k]);
    library_result(call, entry, into);
}

/* ---- the callee --------------------------------------------------------------------------- */

static void values_of_args(struct body *body, struct expr *e, struct targets *args)
{
    for (size_t k = 1; k < e->arg_count; k++)
        body_value(body, e->args[k], &args[k - 1]);
}

void body_call(struct body *body, struct expr *e, struct targets *into)
{
    struct expr *callee = e->args[0];
    size_t count = e->arg_count - 1;
    struct targets *args = arena_alloc(body->arena, count * sizeof *args);
    struct targets unused = {0}, result = {0};
    struct function *function = callee->kind == EXPR_FUNCTION ? callee->function : NULL;
    struct call call = {body, e, function, args, count};
    const struct library_function *entry = function ? library_entry(function) : NULL;
    if (!function)
        body_value(body, callee, &unused);
    values_of_args(body, e, args);
    if (function && function->is_noreturn)
        body_flag(body, &body->summary->may_exit);
    if (entry)
        call_library(&call, entry, &result);
    else if (function && function->body)
        call_defined(&call, &result);
    else if (function && (function->is_const || function->is_pure))
        call_attributed(&call, &result);
    else
        call_unknown(&call, &result);
    if (body_may_hold_pointer(e->type))
        targets_join(body->arena, into, &result);
}

/* ---- what a caller may ask ---------------------------------------------------------------- */

static bool callback_keeps(const struct expr *call, const struct library_function *entry)
{
    for (size_t k = 0; k < entry->effect_count; k++) {
        size_t param = (size_t)entry->effects[k].param;
        if (entry->effects[k].kind != EFFECT_CALL || param + 1 >= call->arg_count)
            continue;
        const struct expr *callback = body_strip(call->args[param + 1]);
        if (callback->kind == EXPR_ADDRESS)
            callback = callback->args[0];
        const struct summary *summary =
            callback->kind == EXPR_FUNCTION ? callback->function->summary : NULL;
        if (!summary || summary->params_kept)
            return true;
    }
    return false;
}

bool call_keeps_argument(const struct expr *call, size_t index)
{
    const struct function *function =
        call->args[0]->kind == EXPR_FUNCTION ? call->args[0]->function : NULL;
    const struct library_function *entry = function ? library_entry(function) : NULL;
    if (entry)
        return library_keeps(function, entry) || callback_keeps(call, entry);
    if (function && function->body)
        return !function->summary || index >= function->params.count ||
               summary_keeps_param(function->summary, index);
    return !function || (!function->is_const && !function->is_pure);
}

bool call_returns_argument(const struct expr *call, size_t index)
{
    const struct function *function =
        call->args[0]->kind == EXPR_FUNCTION ? call->args[0]->function : NULL;
    const struct library_function *entry = function ? library_entry(function) : NULL;
    if (!body_may_hold_pointer(call->type))
        return false;
    if (entry)
        return entry->result == RESULT_CURSOR ||
               ((entry->result == RESULT_PARAM || entry->result == RESULT_INSIDE) &&
                (size_t)entry->param == index);
    if (function && function->body && function->summary && index < 64)
        return function->summary->result.params >> index & 1;
    return true;
}
