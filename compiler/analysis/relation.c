/*
 * Values and contexts as isl sees them. C's '/' and '%' truncate, '>>' and '&' round down, a
 * conversion wraps round modulo a power of two; each has its form among isl's piecewise affine
 * operations. A product of symbols is one more symbol, for it is the same in all iterations.
 */
#include "relation.h"

#include "../deadline.h"
#include "../stages.h"

#include <isl/aff.h>
#include <isl/id.h>
#include <isl/space.h>
#include <isl/val.h>

#include <stdio.h>
#include <time.h>

enum { MAX_OPERATIONS = 100000 };

double seconds_used(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now))
        return 0;
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double limit_of(const struct trace *trace)
{
    return trace->unit->analysis_limit > 0 ? trace->unit->analysis_limit : ANALYSIS_LIMIT;
}

bool query_is_late(struct trace *trace)
{
    trace->is_late |= deadline_has_passed() || seconds_used() - trace->started > limit_of(trace);
    return trace->is_late;
}

bool query_has_time(const struct trace *trace)
{
    return !trace->is_late && seconds_used() - trace->started < limit_of(trace) / 2;
}

/* A loop that takes too long gets no more answers, and without answers it is rejected. */
void query_begin(struct trace *trace)
{
    deadline_watch(trace->isl);
    query_is_late(trace);
    isl_ctx_reset_error(trace->isl);
    isl_ctx_reset_operations(trace->isl);
    isl_ctx_set_max_operations(trace->isl, trace->is_late ? 1 : MAX_OPERATIONS);
}

/* ---- vectors ------------------------------------------------------------------------------ */

void instance_add(struct instance *instance, struct atom *atom)
{
    if (instance->count == MAX_DIMS || instance->mapped == MAX_DIMS) {
        instance->failed = true;
        return;
    }
    for (unsigned k = 0; k < instance->mapped; k++)
        if (instance->atoms[k] == atom) {
            instance->dims[k] = instance->count++;
            return;
        }
    instance->atoms[instance->mapped] = atom;
    instance->dims[instance->mapped++] = instance->count++;
}

static bool find_dim(const struct instance *instance, const struct atom *atom, unsigned *dim)
{
    for (unsigned k = 0; k < instance->mapped; k++)
        if (instance->atoms[k] == atom) {
            *dim = instance->dims[k];
            return true;
        }
    return false;
}

bool instance_has(const struct instance *instance, const struct atom *atom)
{
    unsigned dim;
    return find_dim(instance, atom, &dim);
}

void instance_add_opaque(struct instance *instance, const struct poly *value)
{
    for (size_t k = 0; value && k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++) {
            struct atom *atom = value->terms[k].atoms[d];
            for (unsigned n = 0; atom->kind == ATOM_DERIVED && n < atom_operand_count(atom); n++)
                instance_add_opaque(instance, atom->operands[n]);
            bool is_any = atom->kind == ATOM_OPAQUE || atom->kind == ATOM_LOAD;
            if (is_any && !instance_has(instance, atom))
                instance_add(instance, atom);
        }
}

struct atom *loop_atom(const struct inner_loop *loop)
{
    return loop->counter ? loop->counter : loop->number;
}

static void add_loops(struct instance *instance, const struct context *context)
{
    if (!context)
        return;
    add_loops(instance, context->outer);
    if (context->kind == CONTEXT_LOOP)
        instance_add(instance, loop_atom(context->loop));
}

static void add_opaque_of_context(struct instance *instance, const struct context *context)
{
    for (; context; context = context->outer) {
        if (context->kind == CONTEXT_LOOP) {
            instance_add_opaque(instance, context->loop->start);
            instance_add_opaque(instance, context->loop->bound);
        } else if (context->kind == CONTEXT_CONDITION) {
            instance_add_opaque(instance, context->left);
            instance_add_opaque(instance, context->right);
        }
    }
}

struct instance instance_of(struct trace *trace, struct context *context, const struct poly *offset,
                            const struct poly *length)
{
    struct instance instance = {.trace = trace};
    for (unsigned k = 0; k < trace->level_count; k++)
        instance_add(&instance, trace->levels[k].counter);
    add_loops(&instance, context);
    add_opaque_of_context(&instance, context);
    instance_add_opaque(&instance, offset);
    instance_add_opaque(&instance, length);
    return instance;
}

/* ---- values ------------------------------------------------------------------------------- */

static isl_space *vector_space(const struct instance *instance)
{
    return isl_space_set_alloc(instance->trace->isl, 0, instance->count);
}

static isl_pw_aff *constant_affine(const struct instance *instance, int64_t value)
{
    isl_local_space *space = isl_local_space_from_space(vector_space(instance));
    return isl_pw_aff_from_aff(
        isl_aff_val_on_domain(space, isl_val_int_from_si(instance->trace->isl, value)));
}

static isl_id *symbol_id(const struct instance *instance, struct atom *const *atoms, unsigned count)
{
    char name[128];
    int length = 0;
    for (unsigned k = 0; k < count; k++)
        length +=
            snprintf(name + length, sizeof name - (size_t)length, k ? "_%u" : "s%u", atoms[k]->id);
    return isl_id_alloc(instance->trace->isl, name, count == 1 ? atoms[0] : NULL);
}

static isl_pw_aff *symbol_affine(const struct instance *instance, struct atom *const *atoms,
                                 unsigned count)
{
    isl_id *id = symbol_id(instance, atoms, count);
    isl_space *space = isl_space_add_dims(vector_space(instance), isl_dim_param, 1);
    space = isl_space_set_dim_id(space, isl_dim_param, 0, isl_id_copy(id));
    return isl_pw_aff_from_aff(isl_aff_param_on_domain_space_id(space, id));
}

static isl_val *power_of_two(const struct instance *instance, unsigned exponent)
{
    return isl_val_2exp(isl_val_int_from_ui(instance->trace->isl, exponent));
}

/* x mod 2^bits, moved into the signed range when the type is signed */
static isl_pw_aff *wrapped(const struct instance *instance, isl_pw_aff *value,
                           const struct type *type)
{
    if (type->is_bool || type->size <= 0 || type->size > 8)
        return isl_pw_aff_free(value);
    unsigned bits = (unsigned)type->size * 8;
    isl_val *range = power_of_two(instance, bits);
    if (!type->is_signed)
        return isl_pw_aff_mod_val(value, range);
    isl_val *half = power_of_two(instance, bits - 1);
    value = isl_pw_aff_add_constant_val(value, isl_val_copy(half));
    value = isl_pw_aff_mod_val(value, range);
    return isl_pw_aff_add_constant_val(value, isl_val_neg(half));
}

static isl_set *compare(enum op op, isl_pw_aff *left, isl_pw_aff *right)
{
    switch (op) {
    case OP_LT:
        return isl_pw_aff_lt_set(left, right);
    case OP_LE:
        return isl_pw_aff_le_set(left, right);
    case OP_GT:
        return isl_pw_aff_gt_set(left, right);
    case OP_GE:
        return isl_pw_aff_ge_set(left, right);
    case OP_EQ:
        return isl_pw_aff_eq_set(left, right);
    default:
        return isl_pw_aff_ne_set(left, right);
    }
}

/* Each value where the condition says so; none of isl's functions takes a NULL for anything but an
 * error. */
static isl_pw_aff *selected_affine(const struct instance *instance, const struct atom *atom)
{
    isl_set *holds = compare(atom->op, affine_value(instance, atom->operands[0]),
                             affine_value(instance, atom->operands[1]));
    isl_pw_aff *then = affine_value(instance, atom->operands[2]);
    isl_pw_aff *other = affine_value(instance, atom->operands[3]);
    return isl_pw_aff_cond(isl_set_indicator_function(holds), then, other);
}

static isl_pw_aff *derived_affine(const struct instance *instance, const struct atom *atom)
{
    if (atom->derivation == DERIVED_SELECT)
        return selected_affine(instance, atom);
    isl_pw_aff *value = affine_value(instance, atom->operands[0]);
    isl_val *divisor = isl_val_int_from_si(instance->trace->isl, atom->divisor);
    isl_pw_aff *by;
    switch (atom->derivation) {
    case DERIVED_QUOTIENT:
    case DERIVED_REMAINDER:
        isl_val_free(divisor);
        by = constant_affine(instance, atom->divisor);
        return atom->derivation == DERIVED_QUOTIENT ? isl_pw_aff_tdiv_q(value, by)
                                                    : isl_pw_aff_tdiv_r(value, by);
    case DERIVED_FLOOR_QUOTIENT:
        return isl_pw_aff_floor(isl_pw_aff_scale_down_val(value, divisor));
    case DERIVED_FLOOR_MODULO:
        return isl_pw_aff_mod_val(value, divisor);
    case DERIVED_WRAP:
        isl_val_free(divisor);
        return wrapped(instance, value, atom->type);
    case DERIVED_SELECT:
        break;
    }
    isl_val_free(divisor);
    return isl_pw_aff_free(value);
}

static isl_pw_aff *dim_affine(const struct instance *instance, unsigned dim)
{
    isl_local_space *space = isl_local_space_from_space(vector_space(instance));
    return isl_pw_aff_from_aff(isl_aff_var_on_domain(space, isl_dim_set, dim));
}

static isl_pw_aff *atom_affine(const struct instance *instance, struct atom *const *atoms,
                               unsigned count)
{
    unsigned symbols = 0, dim;
    for (unsigned k = 0; k < count; k++)
        symbols += atoms[k]->kind == ATOM_SYMBOL;
    if (symbols == count)
        return symbol_affine(instance, atoms, count);
    if (count != 1)
        return NULL;
    if (atoms[0]->kind == ATOM_DERIVED)
        return derived_affine(instance, atoms[0]);
    return find_dim(instance, atoms[0], &dim) ? dim_affine(instance, dim) : NULL;
}

static isl_pw_aff *term_affine(const struct instance *instance, const struct term *term)
{
    if (!term->degree)
        return constant_affine(instance, term->coefficient);
    isl_pw_aff *value = atom_affine(instance, term->atoms, term->degree);
    isl_val *factor = isl_val_int_from_si(instance->trace->isl, term->coefficient);
    return isl_pw_aff_scale_val(value, factor);
}

isl_pw_aff *affine_value(const struct instance *instance, const struct poly *value)
{
    if (!value || instance->failed)
        return NULL;
    if (!value->count)
        return constant_affine(instance, 0);
    isl_pw_aff *sum = term_affine(instance, &value->terms[0]);
    for (size_t k = 1; k < value->count; k++)
        sum = isl_pw_aff_add(sum, term_affine(instance, &value->terms[k]));
    return sum;
}

/* ---- sets --------------------------------------------------------------------------------- */

/* Where VALUE op 0; without a second value isl has less to do. */
static isl_set *compare_zero(enum op op, isl_pw_aff *value)
{
    switch (op) {
    case OP_LT:
        return isl_pw_aff_pos_set(isl_pw_aff_neg(value));
    case OP_LE:
        return isl_pw_aff_nonneg_set(isl_pw_aff_neg(value));
    case OP_GT:
        return isl_pw_aff_pos_set(value);
    case OP_GE:
        return isl_pw_aff_nonneg_set(value);
    case OP_EQ:
        return isl_pw_aff_zero_set(value);
    default:
        return isl_pw_aff_non_zero_set(value);
    }
}

/* SET where LEFT op RIGHT; SET itself, and *EXACT false, when that is not affine. What is not may
 * cancel out. */
static isl_set *restrict_values(const struct instance *instance, isl_set *set, enum op op,
                                const struct poly *left, const struct poly *right, bool *exact)
{
    const struct poly *difference = poly_subtract(instance->trace->arena, left, right);
    isl_pw_aff *distance = affine_value(instance, difference);
    if (!distance) {
        *exact = false;
        return set;
    }
    return isl_set_intersect(set, compare_zero(op, distance));
}

/* The values of an integer type. */
static isl_set *restrict_to_type(const struct instance *instance, isl_set *set, isl_pw_aff *value,
                                 const struct type *type)
{
    if (!type || type->kind != TYPE_INTEGER || type->size <= 0 || type->size > 8 || !value) {
        isl_pw_aff_free(value);
        return set;
    }
    unsigned bits = type->is_bool ? 1 : (unsigned)type->size * 8;
    bool is_signed = type->is_signed && !type->is_bool;
    isl_val *above = power_of_two(instance, is_signed ? bits - 1 : bits);
    isl_val *below = is_signed ? isl_val_copy(above) : isl_val_zero(instance->trace->isl);
    isl_pw_aff *from_lowest = isl_pw_aff_add_constant_val(isl_pw_aff_copy(value), below);
    isl_pw_aff *to_highest =
        isl_pw_aff_add_constant_val(isl_pw_aff_neg(value), isl_val_sub_ui(above, 1));
    set = isl_set_intersect(set, isl_pw_aff_nonneg_set(from_lowest));
    return isl_set_intersect(set, isl_pw_aff_nonneg_set(to_highest));
}

/* COUNTER = start + step * k for some k >= 0, before BOUND. */
static isl_set *restrict_to_range(const struct instance *instance, isl_set *set,
                                  const struct poly *counter, const struct poly *start,
                                  const struct poly *bound, int64_t step, bool counts_down,
                                  bool *exact)
{
    struct arena *arena = instance->trace->arena;
    if (start)
        set = restrict_values(instance, set, counts_down ? OP_LE : OP_GE, counter, start, exact);
    else
        *exact = false;
    if (bound)
        set = restrict_values(instance, set, counts_down ? OP_GT : OP_LT, counter, bound, exact);
    else
        *exact = false;
    int64_t stride = step < 0 ? -step : step;
    if (stride == 0)
        *exact = false;
    isl_pw_aff *way =
        stride > 1 && start ? affine_value(instance, poly_subtract(arena, counter, start)) : NULL;
    if (!way)
        return set;
    way = isl_pw_aff_mod_val(way, isl_val_int_from_si(instance->trace->isl, stride));
    return isl_set_intersect(set, isl_pw_aff_zero_set(way));
}

/* The ranges of the symbols that VALUE mentions. */
isl_set *restrict_to_symbols(const struct instance *instance, isl_set *set,
                             const struct poly *value)
{
    for (size_t k = 0; value && k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++) {
            struct atom *atom = value->terms[k].atoms[d];
            for (unsigned n = 0; atom->kind == ATOM_DERIVED && n < atom_operand_count(atom); n++)
                set = restrict_to_symbols(instance, set, atom->operands[n]);
            if (atom->kind == ATOM_SYMBOL)
                set =
                    restrict_to_type(instance, set, symbol_affine(instance, &atom, 1), atom->type);
        }
    return set;
}

isl_set *instance_universe(const struct instance *instance)
{
    const struct trace *trace = instance->trace;
    bool exact = true;
    isl_set *set = isl_set_universe(vector_space(instance));
    for (unsigned k = 0; k < instance->mapped; k++)
        set = restrict_to_type(instance, set, dim_affine(instance, instance->dims[k]),
                               instance->atoms[k]->type);
    for (unsigned k = 0; k < trace->level_count; k++) {
        const struct level *level = &trace->levels[k];
        set = restrict_to_symbols(instance, set, level->start);
        set = restrict_to_symbols(instance, set, level->bound);
        set =
            restrict_to_range(instance, set, poly_atom(trace->arena, level->counter), level->start,
                              level->bound, level->step, level->counts_down, &exact);
    }
    return set;
}

static isl_set *restrict_to_loop(const struct instance *instance, isl_set *set,
                                 const struct inner_loop *loop, bool *exact)
{
    struct arena *arena = instance->trace->arena;
    *exact &= loop->is_exact;
    if (loop->number)
        return restrict_values(instance, set, OP_GE, poly_atom(arena, loop->number),
                               poly_constant(arena, 0), exact);
    set = restrict_to_symbols(instance, set, loop->start);
    set = restrict_to_symbols(instance, set, loop->bound);
    return restrict_to_range(instance, set, poly_atom(arena, loop->counter), loop->start,
                             loop->bound, loop->step, loop->step < 0, exact);
}

isl_set *restrict_to_context(const struct instance *instance, isl_set *set,
                             const struct context *context, const struct context *outer,
                             bool *exact)
{
    for (; context != outer; context = context->outer)
        switch (context->kind) {
        case CONTEXT_LOOP:
            set = restrict_to_loop(instance, set, context->loop, exact);
            break;
        case CONTEXT_CONDITION:
            set = restrict_to_symbols(instance, set, context->left);
            set = restrict_to_symbols(instance, set, context->right);
            set = restrict_values(instance, set, context->op, context->left, context->right, exact);
            break;
        case CONTEXT_UNKNOWN:
            *exact = false;
            break;
        }
    return set;
}

/* ---- queries ------------------------------------------------------------------------------ */

static bool is_surely_empty(isl_set *set)
{
    isl_bool empty = isl_set_is_empty(set);
    isl_set_free(set);
    return empty == isl_bool_true;
}

/* All instances of CONTEXT, with the ranges of what VALUE mentions. */
static isl_set *instances(const struct instance *instance, const struct context *context,
                          const struct poly *value)
{
    bool exact = true;
    isl_set *set = instance_universe(instance);
    set = restrict_to_symbols(instance, set, value);
    return restrict_to_context(instance, set, context, NULL, &exact);
}

bool value_fits(struct trace *trace, struct context *context, const struct poly *value,
                const struct type *type)
{
    query_begin(trace);
    struct instance instance = instance_of(trace, context, value, NULL);
    isl_pw_aff *affine = affine_value(&instance, value);
    if (!affine)
        return false;
    isl_set *all = instances(&instance, context, value);
    isl_set *fitting = restrict_to_type(&instance, isl_set_copy(all), affine, type);
    return is_surely_empty(isl_set_subtract(all, fitting));
}

bool value_is_natural(struct trace *trace, struct context *context, const struct poly *value)
{
    query_begin(trace);
    struct instance instance = instance_of(trace, context, value, NULL);
    isl_pw_aff *affine = affine_value(&instance, value);
    if (!affine)
        return false;
    isl_set *all = instances(&instance, context, value);
    isl_pw_aff *zero = constant_affine(&instance, 0);
    return is_surely_empty(isl_set_intersect(all, isl_pw_aff_lt_set(affine, zero)));
}
