/*
 * What a call of the library does in the trace: each effect of the function's table entry becomes
 * accesses to the memory behind the arguments, to states of the library, or a reason why the call
 * cannot stand in a parallel loop.
 */
#include "library.h"

#include "leave.h"
#include "own.h"

#include <string.h>
#include <sys/mman.h>

struct call {
    struct walker *walker;
    struct expr *e;
    struct function *function;
    const struct library_function *entry;
    const struct value *args;
    size_t count;
};

const struct library_function *library_entry(const struct function *function)
{
    if (function->entry)
        return function->entry;
    bool is_library = function->in_system_header || !function->place.line ||
                      !strncmp(function->name, "__builtin_", strlen("__builtin_"));
    bool is_user = function->body || function->is_replaced;
    return is_user || !is_library ? NULL : effects_find(function->name);
}

static const struct expr *strip(const struct expr *e)
{
    while (e->kind == EXPR_CAST)
        e = e->args[0];
    return e;
}

static const struct poly *count_argument(const struct call *call, int param)
{
    if (param < 0 || (size_t)param >= call->count || call->args[param].kind != VALUE_INTEGER)
        return NULL;
    return call->args[param].integer;
}

/* The type that argument PARAM points to: as the function declares it, else as it is passed. */
static const struct type *pointee_type(const struct call *call, size_t param)
{
    if (param < call->function->params.count &&
        call->function->params.items[param]->type->kind == TYPE_POINTER)
        return call->function->params.items[param]->type->target;
    const struct type *type = call->e->args[param + 1]->type;
    return type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY ? type->target : NULL;
}

static bool is_character(const struct type *type)
{
    return type && type->kind == TYPE_INTEGER && type->size == 1 && !type->is_bool;
}

struct range {
    const struct poly *length; /* NULL: unknown */
    bool is_string, is_exact, is_empty;
};

static struct range extent_range(const struct call *call, const struct extent *extent, size_t param)
{
    struct arena *arena = call->walker->arena;
    const struct type *type = pointee_type(call, param);
    const struct poly *count = count_argument(call, extent->count);
    struct range range = {0};
    switch (extent->kind) {
    case EXTENT_CONVERTED:
        if (!type)
            range.is_empty = true;
        range.is_string = is_character(type);
        if (range.is_string || !type)
            return range;
        break;
    case EXTENT_OBJECT:
        break;
    case EXTENT_STRING:
        range.is_string = true;
        range.length = count;
        return range;
    case EXTENT_BYTES:
        if (extent->times != PARAM_NONE)
            count = poly_multiply(arena, count, count_argument(call, extent->times));
        range.length = count;
        range.is_exact = count != NULL;
        return range;
    case EXTENT_ELEMENTS:
        range.length = type ? poly_multiply(arena, count, size_poly(call->walker, type)) : NULL;
        range.is_exact = range.length != NULL;
        return range;
    case EXTENT_FIXED:
        range.length = poly_constant(arena, extent->count);
        range.is_exact = true;
        return range;
    case EXTENT_UNKNOWN:
        return range;
    }
    range.length = type ? size_poly(call->walker, type) : NULL;
    range.is_exact = range.length != NULL;
    return range;
}

/* Where argument PARAM points; false for a null pointer or no pointer at all. */
static bool pointer_argument(const struct call *call, size_t param, struct pointer *pointer)
{
    if (param >= call->count)
        return false;
    const struct value *value = &call->args[param];
    if (value->kind == VALUE_INTEGER)
        return false;
    pointer->object = call->walker->unknown;
    pointer->offset = pointer->limit = NULL;
    if (value->kind == VALUE_POINTER)
        *pointer = value->pointer;
    return pointer->object != call->walker->null;
}

static void touch_argument(const struct call *call, const struct effect *effect, size_t param)
{
    struct pointer pointer;
    if (!pointer_argument(call, param, &pointer))
        return;
    struct range range = extent_range(call, &effect->extent, param);
    if (range.is_empty)
        return;
    bool is_write = effect->kind != EFFECT_READ;
    bool writes_string =
        effect->kind == EFFECT_WRITE_STRING || effect->kind == EFFECT_MAY_WRITE_STRING;
    int64_t bound;
    bool is_sure = effect->kind == EFFECT_WRITE
                       ? range.is_exact
                       : effect->kind == EFFECT_WRITE_STRING &&
                             (effect->extent.count == PARAM_NONE ||
                              (poly_is_constant(range.length, &bound) && bound > 0));
    if (!range.length && pointer.limit)
        range.length = poly_subtract(call->walker->arena, pointer.limit, pointer.offset);
    touch(call->walker, &pointer, range.length, is_write, is_sure,
          writes_string || (range.is_string && !is_write), call->e);
}

static void touch_memory(const struct call *call, const struct effect *effect)
{
    if (effect->param != PARAM_VARIADIC) {
        touch_argument(call, effect, (size_t)effect->param);
        return;
    }
    for (size_t k = call->function->params.count; k < call->count; k++)
        touch_argument(call, effect, k);
}

static struct var *find_global(const struct unit *unit, const char *name)
{
    for (size_t k = 0; k < unit->globals.count; k++)
        if (unit->globals.items[k]->storage == STORAGE_EXTERNAL &&
            !strcmp(unit->globals.items[k]->name, name))
            return unit->globals.items[k];
    return NULL;
}

static bool prints(const struct call *call)
{
    for (size_t k = 0; k < call->entry->effect_count; k++)
        if (call->entry->effects[k].kind == EFFECT_STDOUT ||
            call->entry->effects[k].kind == EFFECT_STREAM_WRITE)
            return true;
    return false;
}

static void touch_state(const struct call *call, const char *name, bool is_write, bool is_sure)
{
    struct walker *walker = call->walker;
    if (walk_own_state(walker, name))
        return;
    struct var *var = find_global(walker->trace->unit, name);
    if (!var && !strcmp(name, "tzname"))
        var = find_global(walker->trace->unit, "timezone");
    if (var) { /* signgam and the like */
        struct pointer whole = {.object = object_of_var(walker, var),
                                .offset = poly_constant(walker->arena, 0)};
        touch(walker, &whole, size_poly(walker, var->type), is_write, is_sure, false, call->e);
        return;
    }
    if (!walker->trace->level_count && !strcmp(name, "errno") && !prints(call))
        is_sure = true; /* see dead.c */
    struct pointer pointer = {.object = object_state(walker, OBJECT_STATE, name),
                              .offset = poly_constant(walker->arena, 0)};
    touch(walker, &pointer, NULL, is_write, is_sure, false, call->e);
}

static struct value fresh(const struct call *call)
{
    struct walker *walker = call->walker;
    struct pointer pointer = {.object = object_own(walker, "memory allocated in the body", true),
                              .offset = poly_constant(walker->arena, 0)};
    return (struct value){.kind = VALUE_POINTER, .pointer = pointer};
}

/* What realloc frees is taken to be replaced wherever a pointer to it lay, in the record that
 * grows: a program that keeps another pointer to it has no use for that. */
static void free_argument(const struct call *call, size_t param)
{
    struct pointer pointer;
    bool is_memory = pointer_argument(call, param, &pointer);
    if (is_memory && pointer.object->kind == OBJECT_OWN)
        own_free(call->walker, pointer.object, call->entry->result == RESULT_FRESH);
    else if (is_memory)
        walk_reason(
            call->walker, DIAG_FREES_OUTER, call->e,
            "'%s' frees what %s points to, which was allocated before this iteration; do that "
            "outside of the loop",
            call->function->name, walk_quoted(call->walker, call->e->args[param + 1], "this"));
}

/* The pointer behind the argument is set to fresh memory; REALLOCATES: its old memory is freed. */
static void replace_pointer(const struct call *call, size_t param, bool reallocates)
{
    struct pointer to;
    if (!pointer_argument(call, param, &to))
        return;
    if (reallocates && to.object->kind != OBJECT_OWN)
        walk_reason(call->walker, DIAG_FREES_OUTER, call->e,
                    "'%s' may free and replace memory from before this iteration",
                    call->function->name);
    const struct type *type = pointee_type(call, param);
    struct value value = fresh(call);
    struct location location = {.pointer = to, .type = (struct type *)type};
    location.size = type ? size_poly(call->walker, type) : NULL;
    if (type)
        store(call->walker, &location, &value, call->e);
}

static struct value somewhere_in(const struct call *call, const struct pointer *pointer);

/* The pointer behind the argument is set to somewhere in the object of another argument: strtol. */
static void store_inside(const struct call *call, const struct effect *effect)
{
    struct pointer to, into;
    if (!pointer_argument(call, (size_t)effect->param, &to))
        return;
    struct value value = value_unknown(call->walker, (struct type *)call->e->type);
    if (pointer_argument(call, (size_t)effect->other, &into))
        value = somewhere_in(call, &into);
    const struct type *type = pointee_type(call, (size_t)effect->param);
    struct location location = {.pointer = to, .type = (struct type *)type};
    location.size = type ? size_poly(call->walker, type) : NULL;
    if (type)
        store(call->walker, &location, &value, call->e);
}

/* ---- streams and descriptors -------------------------------------------------------------- */

bool stream_is_standard(const struct pointer *stream, const char *name)
{
    const struct var *var = stream->object->pointer_var;
    return var && var->storage == STORAGE_EXTERNAL && !strcmp(var->name, name);
}

/* wprintf, putwchar, fputws and the like. */
static bool is_wide(const struct function *function)
{
    return strstr(function->name, "wprintf") || strstr(function->name, "putw") ||
           strstr(function->name, "fputw");
}

static void print(const struct call *call)
{
    call->walker->trace->prints = true;
    call->walker->trace->prints_wide |= is_wide(call->function);
}

static void use_stream(const struct call *call, const struct effect *effect)
{
    struct pointer stream;
    struct walker *walker = call->walker;
    bool prints = effect->kind == EFFECT_STREAM_WRITE || effect->kind == EFFECT_STREAM_FLUSH;
    if (!pointer_argument(call, (size_t)effect->param, &stream)) {
        walk_reason(walker, DIAG_SHARED_STREAM, call->e,
                    "'%s' without a stream works on every open stream of the program",
                    call->function->name);
        return;
    }
    if (stream.object->kind == OBJECT_OWN)
        return;
    if (prints && stream_is_standard(&stream, "stdout"))
        print(call);
    else if (!prints || !stream_is_standard(&stream, "stderr"))
        walk_reason(walker, DIAG_SHARED_STREAM, call->e,
                    "'%s' uses a stream that is shared by all iterations; read before the loop, or "
                    "write after it",
                    call->function->name);
}

static bool is_own_descriptor(const struct poly *value)
{
    return value && value->count == 1 && value->terms[0].degree == 1 &&
           value->terms[0].atoms[0]->is_own;
}

static void use_descriptor(const struct call *call, const struct effect *effect)
{
    const struct poly *descriptor = count_argument(call, effect->param);
    int64_t number;
    bool is_known = poly_is_constant(descriptor, &number);
    if (is_own_descriptor(descriptor))
        return;
    if (effect->kind == EFFECT_DESCRIPTOR_WRITE && is_known && number == 1)
        call->walker->trace->prints = true;
    else if (effect->kind != EFFECT_DESCRIPTOR_WRITE || !is_known || number != 2)
        walk_reason(call->walker, DIAG_SHARED_STREAM, call->e,
                    "'%s' uses a file descriptor that is shared by all iterations; read before the "
                    "loop, or write after it",
                    call->function->name);
}

/* ---- formats ------------------------------------------------------------------------------ */

/* %ls, %l[ and %S touch more than the table says. */
static bool has_wide_conversion(const char *format)
{
    for (const char *p = strchr(format, '%'); p; p = strchr(p, '%')) {
        p++;
        if (*p == '%') {
            p++;
            continue;
        }
        p += strspn(p, "0123456789 +-#'*.$");
        if (*p == 'S' || (*p == 'l' && (p[1] == 's' || p[1] == '[')))
            return true;
    }
    return false;
}

static bool has_conversion(const char *format, char letter)
{
    for (const char *p = strchr(format, '%'); p; p = strchr(p, '%')) {
        p++;
        if (*p == '%') {
            p++;
            continue;
        }
        p += strspn(p, "0123456789 +-#'*.$hlLqjzt");
        if (*p == letter)
            return true;
    }
    return false;
}

/* Without its text, a format does no harm as long as no argument lets it write. */
static bool may_write_arguments(const struct call *call)
{
    for (size_t k = call->function->params.count; k < call->count; k++) {
        const struct type *type = strip(call->e->args[k + 1])->type;
        if ((type->kind == TYPE_POINTER || type->kind == TYPE_ARRAY) && !is_character(type->target))
            return true;
    }
    return false;
}

static void check_format(const struct call *call, const struct effect *effect)
{
    if ((size_t)effect->param >= call->count)
        return;
    const struct expr *format = strip(call->e->args[effect->param + 1]);
    bool scans = effect->kind == EFFECT_SCAN_FORMAT;
    bool is_harmless =
        format->kind == EXPR_STRING && format->text
            ? !has_conversion(format->text, scans ? 'm' : 'n') && !has_wide_conversion(format->text)
            : !scans && !may_write_arguments(call);
    if (!is_harmless)
        walk_reason(
            call->walker, DIAG_UNKNOWN_CALLEE, call->e,
            "what '%s' writes through this format is not known; write the format as a string "
            "in the call",
            call->function->name);
}

/* ---- strtok ------------------------------------------------------------------------------- */

static bool is_certain_pointer(const struct call *call, const struct pointer *pointer)
{
    const struct object *object = pointer->object;
    return (object->kind == OBJECT_OWN || object->kind == OBJECT_VARIABLE) &&
           !pointer->may_be_null && object != call->walker->null;
}

static void touch_cursor_string(const struct call *call, const struct pointer *string)
{
    const struct poly *length = poly_subtract(call->walker->arena, string->limit, string->offset);
    touch(call->walker, string, length, false, false, true, call->e);
    touch(call->walker, string, length, true, false, false, call->e);
}

static void touch_cursor(const struct call *call, const struct effect *effect, bool is_write)
{
    if (effect->name) {
        touch_state(call, effect->name, is_write, is_write);
        return;
    }
    struct pointer cursor;
    if (pointer_argument(call, (size_t)effect->other, &cursor))
        touch(call->walker, &cursor, poly_constant(call->walker->arena, (int64_t)sizeof(void *)),
              is_write, is_write, false, call->e);
}

/* Where the string goes on is kept in own memory, unless it is a variable of its own. */
static void keep_cursor(const struct call *call, const struct effect *effect)
{
    struct pointer cursor;
    if (effect->name || !pointer_argument(call, (size_t)effect->other, &cursor) ||
        cursor.object->kind != OBJECT_OWN || cursor.object->var)
        return;
    const struct type *type = pointee_type(call, (size_t)effect->other);
    if (type)
        own_store(call->walker, type, NULL, &call->walker->cursor);
    else
        own_lose(call->walker);
}

static void move_cursor(const struct call *call, const struct effect *effect)
{
    struct walker *walker = call->walker;
    struct pointer string = {.object = walker->unknown};
    bool has_string =
        effect->param != PARAM_NONE && pointer_argument(call, (size_t)effect->param, &string);
    bool starts = has_string && is_certain_pointer(call, &string);
    if (has_string) {
        struct value now = {.kind = VALUE_POINTER, .pointer = string};
        walker->cursor = walker->cursor.kind == VALUE_POINTER
                             ? value_join(walker, NULL, &walker->cursor, &now, call->e->type)
                             : now;
    }
    if (!starts)
        touch_cursor(call, effect, false);
    if (walker->cursor.kind == VALUE_POINTER)
        touch_cursor_string(call, &walker->cursor.pointer);
    touch_cursor(call, effect, true);
    keep_cursor(call, effect);
}

/* ---- callbacks ---------------------------------------------------------------------------- */

/* Of what array the function reads behind parameter PARAM: COUNT elements of SIZE bytes. */
static bool find_elements(const struct call *call, size_t param, const struct poly **count,
                          int64_t *size)
{
    for (size_t k = 0; k < call->entry->effect_count; k++) {
        const struct effect *effect = &call->entry->effects[k];
        if (effect->kind != EFFECT_READ || effect->param != (int)param ||
            effect->extent.kind != EXTENT_BYTES || effect->extent.times == PARAM_NONE)
            continue;
        *count = count_argument(call, effect->extent.count);
        return *count && poly_is_constant(count_argument(call, effect->extent.times), size) &&
               *size > 0;
    }
    return false;
}

/* To some element of the array that begins at BASE; the context says that it is one. */
static struct pointer some_element(const struct call *call, size_t param,
                                   const struct pointer *base)
{
    struct walker *walker = call->walker;
    struct pointer element = {.object = base->object};
    const struct poly *count;
    int64_t size;
    if (!base->offset || !find_elements(call, param, &count, &size))
        return element;
    struct value number = value_unknown(walker, walker->integer_type);
    struct context *context = walker->env.context;
    context =
        context_where(walker, context, OP_GE, number.integer, poly_constant(walker->arena, 0));
    walker->env.context = context_where(walker, context, OP_LT, number.integer, count);
    element.offset =
        poly_add(walker->arena, base->offset, poly_scale(walker->arena, number.integer, size));
    return element;
}

/* Where the callback's argument number INDEX points: into the object of the INDEX-th parameter of
 * the mask, or of its only one. */
static struct value callback_argument(const struct call *call, unsigned mask, size_t index)
{
    struct value value = {.kind = VALUE_POINTER, .pointer = {.object = call->walker->unknown}};
    struct pointer into;
    bool is_single = mask && !(mask & (mask - 1));
    for (size_t k = 0; k < call->count; k++)
        if (mask >> k & 1 && (is_single || index-- == 0)) {
            if (pointer_argument(call, k, &into))
                value.pointer = some_element(call, k, &into);
            return value;
        }
    return value;
}

/* Of functions that are called back: more than any in the table hands over. */
enum { MOST_ARGUMENTS = 4 };

static void call_back(const struct call *call, const struct effect *effect)
{
    struct walker *walker = call->walker;
    const struct expr *callee = strip(call->e->args[effect->param + 1]);
    while (callee->kind == EXPR_ADDRESS)
        callee = callee->args[0];
    struct function *function = callee->kind == EXPR_FUNCTION ? callee->function : NULL;
    if (!function || !function->body || function->params.count > MOST_ARGUMENTS) {
        walk_reason(walker, DIAG_UNKNOWN_CALLEE, call->e,
                    "nothing is known of %s, which '%s' calls back; name a function of this file",
                    walk_quoted(walker, callee, "the function"), call->function->name);
        return;
    }
    struct value args[MOST_ARGUMENTS];
    struct context *before = walker->env.context;
    size_t first = walker->trace->accesses.count;
    walker->env.context = context_unknown(walker, before);
    for (size_t k = 0; k < MOST_ARGUMENTS && k < function->params.count; k++)
        args[k] = callback_argument(call, effect->with, k);
    walk_in_place(walker, function, args, function->params.count, call->e);
    walker->env.context = before;
    walker->env.state = ALIVE;
    for (size_t k = first; k < walker->trace->accesses.count; k++)
        if (walker->trace->accesses.items[k].is_write) {
            walk_reason(walker, DIAG_UNKNOWN_CALLEE, call->e,
                        "'%s' is called back any number of times, and it writes memory",
                        function->name);
            return;
        }
}

/* ---- names of files ----------------------------------------------------------------------- */

/* Whether an argument is another one in another iteration, as far as can be told. */
static bool is_varied(const struct call *call, size_t param)
{
    const struct value *value = &call->args[param];
    if (value->kind == VALUE_INTEGER)
        return !poly_is_invariant(value->integer);
    if (value->kind != VALUE_POINTER)
        return true;
    const struct object *object = value->pointer.object;
    return object->is_varied || object->kind == OBJECT_UNKNOWN ||
           (object->kind != OBJECT_OWN && !poly_is_invariant(value->pointer.offset));
}

/* A string that is put together from something that the iteration has for itself. */
static void note_varied(const struct call *call, const struct effect *effect)
{
    struct pointer to;
    bool is_string = effect->kind == EFFECT_WRITE_STRING || effect->kind == EFFECT_MAY_WRITE_STRING;
    if (!is_string || effect->param < 0 || !pointer_argument(call, (size_t)effect->param, &to))
        return;
    for (size_t k = 0; k < call->count; k++)
        if (k != (size_t)effect->param && is_varied(call, k))
            to.object->is_varied = true;
}

/* A change of the file system by a name that all iterations share. */
static void note_changed_file(const struct call *call)
{
    struct pointer path;
    bool changes = false;
    for (size_t k = 0; k < call->entry->effect_count; k++)
        changes |= call->entry->effects[k].kind == EFFECT_WORLD_WRITE;
    if (!changes || call->entry->result != RESULT_VALUE ||
        !strcmp(call->function->name, "system") || !pointer_argument(call, 0, &path))
        return;
    struct opened_file changed = {path.object, call->e};
    LIST_PUSH(call->walker->arena, call->walker->opened, changed);
}

/* Whether the file is opened in a way that lets iterations get in each other's way. */
static bool opens_to_write(const struct call *call)
{
    if (call->entry->mode == PARAM_NONE)
        return false;
    const struct expr *mode = strip(call->e->args[call->entry->mode + 1]);
    if (call->entry->result == RESULT_STREAM)
        return mode->kind != EXPR_STRING || !mode->text || !strchr(mode->text, 'r') ||
               strchr(mode->text, '+');
    int64_t flags;
    return !poly_is_constant(count_argument(call, call->entry->mode), &flags) || (flags & 3) != 0;
}

void check_early_end(struct walker *walker, const struct expr *at, const char *name)
{
    if (walker->annotated && loop_leaves(walker->annotated))
        walk_reason(walker, DIAG_EARLY_END, at,
                    "'%s' changes something outside of the program, and iterations behind the one "
                    "that leaves the loop call it, too; call it behind the loop",
                    name);
}

/* ---- effects and results ------------------------------------------------------------------ */

static void apply(const struct call *call, const struct effect *effect)
{
    struct walker *walker = call->walker;
    struct pointer anything = {.object = walker->unknown};
    switch (effect->kind) {
    case EFFECT_NONE:
    case EFFECT_STDERR:
    case EFFECT_WORLD_READ:
        return;
    case EFFECT_WORLD_WRITE:
        if (call->entry->mode == PARAM_NONE || opens_to_write(call))
            check_early_end(walker, call->e, call->function->name);
        return;
    case EFFECT_READ:
    case EFFECT_WRITE:
    case EFFECT_MAY_WRITE:
    case EFFECT_WRITE_STRING:
    case EFFECT_MAY_WRITE_STRING:
        touch_memory(call, effect);
        return;
    case EFFECT_WRITE_FRESH:
    case EFFECT_REALLOCATE:
        replace_pointer(call, (size_t)effect->param, effect->kind == EFFECT_REALLOCATE);
        return;
    case EFFECT_STORE_INSIDE:
        store_inside(call, effect);
        return;
    case EFFECT_READ_ANYTHING:
        touch(walker, &anything, NULL, false, false, false, call->e);
        return;
    case EFFECT_FREE:
        free_argument(call, (size_t)effect->param);
        return;
    case EFFECT_READ_STATE:
        touch_state(call, effect->name, false, false);
        return;
    case EFFECT_WRITE_STATE:
    case EFFECT_MAY_WRITE_STATE:
        touch_state(call, effect->name, true, effect->kind == EFFECT_WRITE_STATE);
        return;
    case EFFECT_CURSOR:
        move_cursor(call, effect);
        return;
    case EFFECT_STREAM_READ:
    case EFFECT_STREAM_WRITE:
    case EFFECT_STREAM_FLUSH:
    case EFFECT_STREAM_MOVE:
    case EFFECT_STREAM_QUERY:
    case EFFECT_STREAM_CLOSE:
        use_stream(call, effect);
        return;
    case EFFECT_STDOUT:
        print(call);
        return;
    case EFFECT_STDIN:
        walk_reason(walker, DIAG_SHARED_STREAM, call->e,
                    "'%s' reads stdin, which is shared by all iterations; read before the loop",
                    call->function->name);
        return;
    case EFFECT_DESCRIPTOR_READ:
    case EFFECT_DESCRIPTOR_WRITE:
    case EFFECT_DESCRIPTOR_MOVE:
    case EFFECT_DESCRIPTOR_QUERY:
    case EFFECT_DESCRIPTOR_CLOSE:
        use_descriptor(call, effect);
        return;
    case EFFECT_PRINT_FORMAT:
    case EFFECT_SCAN_FORMAT:
        check_format(call, effect);
        return;
    case EFFECT_CALL:
        call_back(call, effect);
        return;
    case EFFECT_EXIT:
        walker->trace->may_exit = true;
        return;
    case EFFECT_FORBIDDEN:
        walk_reason(walker, DIAG_FORBIDDEN_CALL, call->e, "'%s' cannot be called here: %s",
                    call->function->name, effect->name);
        return;
    }
}

static struct value somewhere_in(const struct call *call, const struct pointer *pointer)
{
    struct atom *offset = trace_atom(call->walker->trace, ATOM_OPAQUE, NULL, NULL);
    offset->loop = call->walker->loop;
    struct pointer inside = {.object = pointer->object,
                             .offset = poly_atom(call->walker->arena, offset),
                             .limit = pointer->limit};
    return (struct value){.kind = VALUE_POINTER, .pointer = inside};
}

static void note_opened(const struct call *call)
{
    struct pointer path;
    if (call->entry->path == PARAM_NONE || !opens_to_write(call) ||
        !pointer_argument(call, (size_t)call->entry->path, &path))
        return;
    struct opened_file opened = {path.object, call->e};
    LIST_PUSH(call->walker->arena, call->walker->opened, opened);
}

static struct value own_stream(const struct call *call)
{
    note_opened(call);
    struct pointer pointer = {.object = object_own(call->walker, "a stream", true),
                              .offset = poly_constant(call->walker->arena, 0)};
    pointer.object->is_stream = true;
    return (struct value){.kind = VALUE_POINTER, .pointer = pointer};
}

static struct value own_descriptor(const struct call *call)
{
    note_opened(call);
    struct value value = value_unknown(call->walker, call->e->type);
    if (value.kind == VALUE_INTEGER)
        value.integer->terms[0].atoms[0]->is_own = true;
    return value;
}

/* The descriptor of a stream is the iteration's own where the stream is. */
static struct value number_of(const struct call *call, const struct pointer *stream)
{
    struct value value = value_unknown(call->walker, call->e->type);
    if (stream->object && stream->object->kind == OBJECT_OWN && value.kind == VALUE_INTEGER)
        value.integer->terms[0].atoms[0]->is_own = true;
    return value;
}

/* Only a mapping that has memory of its own, at a place of its own, is as good as a block. */
static struct value own_mapping(const struct call *call)
{
    enum { KINDS = MAP_SHARED | MAP_PRIVATE | MAP_FIXED };
    struct walker *walker = call->walker;
    const struct pointer *at = &call->args[0].pointer;
    int64_t flags;
    bool is_private = poly_is_constant(count_argument(call, call->entry->mode), &flags) &&
                      (flags & KINDS) == MAP_PRIVATE;
    if (!is_private || call->args[0].kind != VALUE_POINTER || at->object != walker->null)
        walk_reason(walker, DIAG_FORBIDDEN_CALL, call->e,
                    "'%s' cannot be called here: it may change or replace memory of the program, "
                    "unless it is called with a null pointer and MAP_PRIVATE",
                    call->function->name);
    struct pointer pointer = {.object = object_own(walker, "a mapping", true),
                              .offset = poly_constant(walker->arena, 0)};
    return (struct value){.kind = VALUE_POINTER, .pointer = pointer};
}

static struct value result(const struct call *call)
{
    struct walker *walker = call->walker;
    const struct library_function *entry = call->entry;
    struct value value = value_unknown(walker, call->e->type);
    struct pointer pointer = {0};
    bool has_pointer = (entry->result == RESULT_PARAM || entry->result == RESULT_INSIDE ||
                        entry->result == RESULT_NUMBER) &&
                       pointer_argument(call, (size_t)entry->param, &pointer);
    switch (entry->result) {
    case RESULT_VALUE:
        return value;
    case RESULT_FRESH:
        return fresh(call);
    case RESULT_PARAM:
        return (size_t)entry->param < call->count ? call->args[entry->param] : value;
    case RESULT_INSIDE:
        return has_pointer ? somewhere_in(call, &pointer) : value;
    case RESULT_CURSOR:
        return walker->cursor.kind == VALUE_POINTER ? somewhere_in(call, &walker->cursor.pointer)
                                                    : value;
    case RESULT_STATE:
        pointer.object = object_state(walker, OBJECT_STATE, entry->state);
        pointer.object->is_handed_out = strcmp(entry->state, "errno") != 0;
        pointer.offset = poly_constant(walker->arena, 0);
        return (struct value){.kind = VALUE_POINTER, .pointer = pointer};
    case RESULT_CONSTANT:
        pointer.object = walker->literal;
        return somewhere_in(call, &pointer);
    case RESULT_STREAM:
        return own_stream(call);
    case RESULT_DESCRIPTOR:
        return own_descriptor(call);
    case RESULT_NUMBER:
        return number_of(call, &pointer);
    case RESULT_MAPPING:
        return own_mapping(call);
    }
    return value;
}

struct value library_call(struct walker *walker, struct expr *e, struct function *function,
                          const struct library_function *entry, const struct value *args,
                          size_t count)
{
    struct call call = {walker, e, function, entry, args, count};
    /* Reads come first: what a function writes it may have read before. */
    for (size_t k = 0; k < entry->effect_count; k++)
        if (entry->effects[k].kind == EFFECT_READ || entry->effects[k].kind == EFFECT_READ_STATE)
            apply(&call, &entry->effects[k]);
    for (size_t k = 0; k < entry->effect_count; k++)
        if (entry->effects[k].kind != EFFECT_READ && entry->effects[k].kind != EFFECT_READ_STATE)
            apply(&call, &entry->effects[k]);
    for (size_t k = 0; k < entry->effect_count; k++)
        note_varied(&call, &entry->effects[k]);
    note_changed_file(&call);
    own_call(walker, entry, args, count);
    struct value value = result(&call);
    if (value.kind == VALUE_POINTER && value.pointer.object->is_own_heap)
        for (size_t k = 0; k < count; k++) /* a copy, e.g. strdup, of a name that varies */
            value.pointer.object->is_varied |= is_varied(&call, k);
    return value;
}

/* A file whose name is the same in all iterations is opened to be written by all of them. */
void check_opened(struct walker *walker)
{
    for (size_t k = 0; k < walker->opened.count; k++) {
        const struct object *path = walker->opened.items[k].path;
        bool is_known = path == walker->literal || path->kind == OBJECT_VARIABLE ||
                        path->kind == OBJECT_POINTEE || path->kind == OBJECT_OWN;
        if (is_known && !path->is_varied)
            walk_reason(walker, DIAG_SHARED_FILE, walker->opened.items[k].at,
                        "each iteration opens the same file to write it; give it a name of the "
                        "iteration's own");
    }
}
