/*
 * The witness of a flow dependence is the least one: the conflicts are points of (symbols, earlier
 * iteration, later iteration, element), and the lexicographically least point is taken, with the
 * symbols kept from being negative where that is possible, since "n = 2" says more to a reader than
 * "m = -2147483648".
 */
#include "witness.h"

#include "cover.h"
#include "render.h"

#include <isl/id.h>
#include <isl/point.h>
#include <isl/space.h>
#include <isl/val.h>

#include <string.h>

enum { SMALL_NUMBER = 1000, LEXMIN_OPERATIONS = 15000 };

struct reason *add_reason(struct loop *loop, enum diag_id id, const struct place *place,
                          unsigned end, const char *format, ...)
{
    struct arena *arena = loop->trace->arena;
    va_list args;
    va_start(args, format);
    struct reason reason = {.id = id, .place = *place, .end = end};
    reason.message = arena_vprintf(arena, format, args);
    va_end(args);
    LIST_PUSH(arena, loop->reasons, reason);
    return &loop->reasons.items[loop->reasons.count - 1];
}

void add_note(struct loop *loop, struct reason *reason, const struct place *place, unsigned end,
              const char *format, ...)
{
    struct arena *arena = loop->trace->arena;
    va_list args;
    va_start(args, format);
    struct diag_note note = {.end = end, .message = arena_vprintf(arena, format, args)};
    va_end(args);
    note.place = place ? *place : loop->pragma->place;
    LIST_PUSH(arena, reason->notes, note);
}

bool is_vouched_independent(struct loop *loop, const struct object *object)
{
    const struct var *var = object->kind == OBJECT_VARIABLE ? object->var : object->pointer_var;
    for (size_t k = 0; var && k < loop->independent.count; k++)
        if (loop->independent.items[k] == var)
            return loop->is_trusted = true;
    return false;
}

/* ---- the least conflict ------------------------------------------------------------------- */

static isl_map *only_counter(isl_map *map)
{
    isl_size count = isl_map_dim(map, isl_dim_in);
    return count > 1 ? isl_map_project_out(map, isl_dim_in, 1, (unsigned)count - 1) : map;
}

/* { [earlier, later, element...] } */
static isl_set *conflicts(const struct trace *trace, const struct use *use,
                          const struct access *write, const struct access *read)
{
    bool known;
    isl_map *writes =
        only_counter(touched_elements((struct trace *)trace, &use->layout, write, &known));
    isl_map *reads =
        only_counter(exposed_elements((struct trace *)trace, &use->layout, read, &known));
    isl_map *pairs = isl_map_range_product(isl_map_reverse(writes), isl_map_reverse(reads));
    pairs = isl_map_flatten_range(pairs);
    isl_set *order = isl_set_read_from_str(trace->isl, trace->counts_down ? "{ [i, j] : i > j }"
                                                                          : "{ [i, j] : i < j }");
    pairs = isl_map_intersect_range(pairs, order);
    return isl_set_flatten(isl_map_wrap(isl_map_reverse(pairs)));
}

static isl_set *with_natural_symbols(isl_set *set)
{
    isl_size count = isl_set_dim(set, isl_dim_param);
    for (isl_size k = 0; k < count; k++)
        set = isl_set_lower_bound_si(set, isl_dim_param, (unsigned)k, 0);
    return set;
}

/* Small numbers are easier to find, and to read. */
static isl_set *with_small_numbers(isl_set *set)
{
    static const enum isl_dim_type types[] = {isl_dim_param, isl_dim_set};
    for (size_t t = 0; t < 2; t++) {
        isl_size count = isl_set_dim(set, types[t]);
        for (isl_size k = 0; k < count; k++)
            set = isl_set_upper_bound_si(set, types[t], (unsigned)k, SMALL_NUMBER);
    }
    return set;
}

static bool coordinate(isl_point *point, unsigned position, int64_t *value)
{
    isl_val *val = isl_point_get_coordinate_val(point, isl_dim_set, (int)position);
    bool fits = isl_val_is_int(val) == isl_bool_true && isl_val_cmp_si(val, INT64_MAX / 4) <= 0 &&
                isl_val_cmp_si(val, INT64_MIN / 4) >= 0;
    *value = fits ? isl_val_get_num_si(val) : 0;
    isl_val_free(val);
    return fits;
}

struct least {
    unsigned symbol_count;
    struct atom *symbols[MAX_DIMS]; /* NULL: a product */
    int64_t values[MAX_DIMS];
    int64_t earlier, later;
    int64_t element[MAX_STRIDES + 1];
};

static bool read_point(const struct use *use, isl_point *point, struct least *least)
{
    bool fits = true;
    for (unsigned k = 0; k < least->symbol_count; k++)
        fits &= coordinate(point, k, &least->values[k]);
    fits &= coordinate(point, least->symbol_count, &least->earlier);
    fits &= coordinate(point, least->symbol_count + 1, &least->later);
    for (unsigned k = 0; k <= use->layout.count; k++)
        fits &= coordinate(point, least->symbol_count + 2 + k, &least->element[k]);
    return fits;
}

static void name_symbols(isl_set *set, struct least *least)
{
    for (unsigned k = 0; k < least->symbol_count; k++) {
        isl_id *id = isl_set_get_dim_id(set, isl_dim_param, k);
        least->symbols[k] = isl_id_get_user(id);
        isl_id_free(id);
    }
}

/* SET if there is anything in it, else OTHER. */
static isl_set *prefer(isl_set *set, isl_set *other)
{
    bool has_some = isl_set_is_empty(set) == isl_bool_false;
    isl_set_free(has_some ? other : set);
    return has_some ? set : other;
}

static bool least_conflict(const struct trace *trace, const struct use *use,
                           const struct access *write, const struct access *read,
                           struct least *least)
{
    query_begin((struct trace *)trace);
    isl_set *set = conflicts(trace, use, write, read);
    set = prefer(with_natural_symbols(isl_set_copy(set)), set);
    set = prefer(with_small_numbers(isl_set_copy(set)), set);
    query_begin((struct trace *)trace);
    isl_ctx_set_max_operations(trace->isl, LEXMIN_OPERATIONS); /* these take longest */
    isl_size symbols = isl_set_dim(set, isl_dim_param);
    if (symbols < 0 || symbols > MAX_DIMS) {
        isl_set_free(set);
        return false;
    }
    least->symbol_count = (unsigned)symbols;
    name_symbols(set, least);
    set = isl_set_move_dims(set, isl_dim_set, 0, isl_dim_param, 0, (unsigned)symbols);
    isl_point *point = isl_set_sample_point(isl_set_lexmin(set));
    bool found = isl_point_is_void(point) == isl_bool_false && read_point(use, point, least);
    isl_point_free(point);
    return found;
}

static bool symbol_value(const struct least *least, const struct atom *atom, int64_t *value)
{
    for (unsigned k = 0; k < least->symbol_count; k++)
        if (least->symbols[k] == atom) {
            *value = least->values[k];
            return true;
        }
    return false;
}

/* The pitch of rows has no value. */
static const struct poly *symbol_part(struct arena *arena, const struct least *least,
                                      struct atom *atom)
{
    int64_t value;
    if (atom->is_pitch)
        return poly_atom(arena, atom);
    return symbol_value(least, atom, &value) ? poly_constant(arena, value) : NULL;
}

/* The byte offset of the conflict's element, from its parts. */
static const struct poly *element_offset(struct arena *arena, const struct use *use,
                                         const struct least *least)
{
    const struct poly *offset =
        poly_constant(arena, least->element[use->layout.count] * use->layout.unit);
    for (unsigned k = 0; k < use->layout.count; k++) {
        const struct stride *stride = &use->layout.strides[k];
        const struct poly *part = poly_constant(arena, least->element[k] * stride->coefficient);
        for (unsigned d = 0; d < stride->degree; d++)
            part = poly_multiply(arena, part, symbol_part(arena, least, stride->symbols[d]));
        offset = poly_add(arena, offset, part);
    }
    return offset;
}

/* "m = 1, k = 2": the values of what the subscripts of WRITE and READ depend on besides counters.
 */
static const char *given_values(struct arena *arena, const struct least *least,
                                const struct access *write, const struct access *read)
{
    const char *text = NULL;
    for (unsigned k = 0; k < least->symbol_count; k++) {
        const struct atom *symbol = least->symbols[k];
        if (!symbol || !symbol->text)
            continue;
        if (!poly_mentions(write->offset, symbol) && !poly_mentions(read->offset, symbol))
            continue;
        const char *value =
            arena_printf(arena, "%s = %lld", symbol->text, (long long)least->values[k]);
        text = text ? arena_printf(arena, "%s, %s", text, value) : value;
    }
    return text;
}

static bool find_witness(const struct loop *loop, const struct use *use, const struct access *write,
                         const struct access *read, struct witness *witness)
{
    struct least least;
    if (!loop->trace->counter || loop->trace->is_numbered ||
        !least_conflict(loop->trace, use, write, read, &least))
        return false;
    const struct poly *offset = element_offset(loop->trace->arena, use, &least);
    if (!offset)
        return false;
    witness->first = least.earlier;
    witness->second = least.later;
    witness->given = given_values(loop->trace->arena, &least, write, read);
    witness->location = location_name(loop->trace->arena, use->object, offset, read->type);
    return witness->is_concrete = true;
}

/* ---- reports ------------------------------------------------------------------------------ */

static bool is_scalar(const struct object *object)
{
    return object->kind == OBJECT_VARIABLE && object->type->kind != TYPE_ARRAY &&
           object->type->kind != TYPE_RECORD;
}

static void explain_witness(struct loop *loop, struct reason *reason, const struct access *write)
{
    const char *counter = loop->shape.counter->name;
    const struct witness *witness = &reason->witness;
    bool is_certain = write->is_sure && !write->is_unordered && !poly_is_opaque(write->offset);
    for (const struct context *link = write->context; link; link = link->outer)
        is_certain &= link->kind != CONTEXT_UNKNOWN;
    add_note(loop, reason, &write->place, write->end,
             "%s%s%siteration %s = %lld reads %s, which iteration %s = %lld %s here",
             witness->given ? "when " : "", witness->given ? witness->given : "",
             witness->given ? ", " : "", counter, (long long)witness->second, witness->location,
             counter, (long long)witness->first, is_certain ? "writes" : "may write");
}

/* What to write instead of a function with hidden state, by the state's name. */
static const char *state_remedy(const char *state)
{
    static const char *const remedies[][2] = {
        {"rand", "use rand_r with a seed of the iteration's own"},
        {"random", "use rand_r with a seed of the iteration's own"},
        {"drand48", "use erand48 with a state of the iteration's own"},
        {"strtok", "use strtok_r with a variable of the body"},
        {"errno", "set errno to 0 in the iteration before the call that it is to tell about"},
    };
    for (size_t k = 0; k < sizeof remedies / sizeof remedies[0]; k++)
        if (!strcmp(remedies[k][0], state))
            return remedies[k][1];
    return NULL;
}

static void report_state(struct loop *loop, const struct use *use, const struct access *write,
                         const struct access *read)
{
    const char *name = use->object->name, *remedy = state_remedy(name);
    struct reason *reason = add_reason(
        loop, DIAG_HIDDEN_STATE, &read->place, read->end,
        "this depends on what earlier iterations have done with the hidden state of '%s'", name);
    if (write->place.offset != read->place.offset || write->place.line != read->place.line)
        add_note(loop, reason, &write->place, write->end, "it is changed here");
    if (remedy)
        add_note(loop, reason, NULL, 0, "%s", remedy);
}

/* A sum that is also looked at: what to change, so that it becomes a reduction. */
static void explain_update(struct loop *loop, const struct use *use, struct reason *reason)
{
    const struct trace *trace = loop->trace;
    if (!use->update)
        return;
    for (size_t k = 0; k < trace->accesses.count; k++) {
        const struct access *access = &trace->accesses.items[k];
        if (access->object != use->object || access->update)
            continue;
        add_note(loop, reason, &access->place, access->end,
                 access->is_write
                     ? "if it were not set here, '%s' would be a reduction: each iteration adds to "
                       "it, and the sums are put together"
                     : "if its value were not used here, '%s' would be a reduction; use it after "
                       "the loop, or keep each iteration's part in an array",
                 use->object->name);
        return;
    }
}

static void report_scalar(struct loop *loop, const struct use *use, const struct access *write,
                          const struct access *read, const struct witness *witness)
{
    struct reason *reason = add_reason(
        loop, DIAG_CARRIED_SCALAR, &read->place, read->end,
        "loop on '%s' is not independent: '%s' carries a value from one iteration to the next",
        loop->shape.counter->name, use->object->name);
    reason->witness = *witness;
    if (witness->is_concrete)
        explain_witness(loop, reason, write);
    else
        add_note(loop, reason, &write->place, write->end, "it is written here");
    explain_update(loop, use, reason);
}

static void report_unknown_address(struct loop *loop, const struct use *use,
                                   const struct access *write, const struct access *read)
{
    struct reason *reason = add_reason(
        loop, DIAG_UNKNOWN_ADDRESS, &write->place, write->end,
        "which part of '%s' each iteration writes and reads is not known", use->object->name);
    add_note(loop, reason, &read->place, read->end, "another iteration may read it here");
    const struct var *var =
        use->object->kind == OBJECT_VARIABLE ? use->object->var : use->object->pointer_var;
    if (var)
        add_note(loop, reason, NULL, 0,
                 "if no iteration reads what an earlier one writes, add independent(%s)",
                 var->name);
}

void report_flow(struct loop *loop, const struct use *use)
{
    const struct access *write = use->writer, *read = use->reader;
    struct witness witness = {0};
    if (use->object->kind == OBJECT_STATE) {
        report_state(loop, use, write, read);
        return;
    }
    if (use->is_known)
        find_witness(loop, use, write, read, &witness);
    if (is_scalar(use->object)) {
        report_scalar(loop, use, write, read, &witness);
    } else if (witness.is_concrete) {
        struct reason *reason =
            add_reason(loop, DIAG_CARRIED_DEPENDENCE, &read->place, read->end,
                       "loop on '%s' is not independent", loop->shape.counter->name);
        reason->witness = witness;
        explain_witness(loop, reason, write);
    } else {
        report_unknown_address(loop, use, write, read);
    }
}

static const struct access *first_access(const struct trace *trace, const struct object *object,
                                         bool writes)
{
    for (size_t k = 0; k < trace->accesses.count; k++)
        if (trace->accesses.items[k].object == object &&
            (!writes || trace->accesses.items[k].is_write))
            return &trace->accesses.items[k];
    return NULL;
}

void report_unknown_write(struct loop *loop, const struct use *use)
{
    const struct access *write = first_access(loop->trace, use->object, true);
    for (size_t k = 0; k < loop->reasons.count; k++)
        if (loop->reasons.items[k].id == DIAG_TOO_COMPLEX)
            return; /* an effect of that */
    struct reason *reason = add_reason(loop, DIAG_UNKNOWN_ADDRESS, &write->place, write->end,
                                       "which memory this writes to is not known");
    add_note(
        loop, reason, NULL, 0,
        "a pointer is followed when it is a parameter, or made from one, from an array, from an "
        "allocation or from a table of pointers that the loop does not change (m[i]); not when it "
        "is loaded from other memory, a row of such a table among it, or may be one of several");
}

/* 'a', or memory that has no name */
static const char *quoted_name(struct arena *arena, const struct object *object)
{
    if (object->kind == OBJECT_UNKNOWN)
        return object->name;
    return arena_printf(arena, object->kind == OBJECT_ROWS ? "the rows of '%s'" : "'%s'",
                        object->name);
}

/* What noalias(...) and independent(...) can name. */
static const struct var *base_variable(const struct object *object)
{
    bool is_array = object->kind == OBJECT_VARIABLE && object->type->kind == TYPE_ARRAY;
    return is_array ? object->var : object->pointer_var;
}

static void suggest_clause(struct loop *loop, struct reason *reason, const struct object *one,
                           const struct object *two)
{
    const struct var *first = base_variable(one), *second = base_variable(two);
    if (first && two->kind == OBJECT_UNKNOWN)
        add_note(loop, reason, NULL, 0, "if they never are, add independent(%s)", first->name);
    if (!first || !second)
        return;
    bool are_parameters =
        first->storage == STORAGE_PARAMETER && second->storage == STORAGE_PARAMETER;
    add_note(loop, reason, NULL, 0, "if they never are, %sadd noalias(%s, %s)",
             are_parameters ? "declare the pointers restrict, or " : "", first->name, second->name);
}

void report_overlap(struct loop *loop, const struct use *one, const struct use *two)
{
    const struct use *written = one->is_written ? one : two;
    const struct use *other = written == one ? two : one;
    if (written->object->kind == OBJECT_UNKNOWN)
        return;
    if (is_vouched_independent(loop, one->object) || is_vouched_independent(loop, two->object))
        return;
    const struct access *write = first_access(loop->trace, written->object, true);
    const struct access *access = first_access(loop->trace, other->object, false);
    const char *name = quoted_name(loop->trace->arena, other->object);
    const char *written_name = quoted_name(loop->trace->arena, written->object);
    struct reason *reason =
        add_reason(loop, DIAG_MAY_ALIAS, &write->place, write->end,
                   "%s, which is written here, and %s may be the same memory", written_name, name);
    add_note(loop, reason, &access->place, access->end, "%s %s %s here", name,
             other->object->kind == OBJECT_ROWS ? "are" : "is",
             access->is_write ? "written" : "read");
    suggest_clause(loop, reason, written->object, other->object);
}

void report_rows(struct loop *loop, const struct use *use)
{
    const struct access *write = first_access(loop->trace, use->object, true);
    struct reason *reason =
        add_reason(loop, DIAG_MAY_ALIAS, &write->place, write->end,
                   "the rows of '%s' may be the same memory, and which of them the loop touches, "
                   "and how far, is not known before it",
                   use->object->name);
    add_note(loop, reason, NULL, 0,
             "rows are looked through before the loop when all subscripts are sums of multiples of "
             "counters");
}
