/*
 * Making atoms. Derived atoms and loads are interned, so that equal expressions are equal
 * polynomials.
 */
#include "../deadline.h"
#include "relation.h"

#include <isl/options.h>

#include <string.h>

enum { MAX_CHOICES = 4 };

struct trace *trace_new(struct unit *unit, struct arena *arena)
{
    struct trace *trace = ARENA_NEW(arena, struct trace);
    trace->arena = arena;
    trace->unit = unit;
    trace->isl = isl_ctx_alloc();
    trace->started = unit->analysis_started > 0 ? unit->analysis_started : seconds_used();
    isl_options_set_on_error(trace->isl, ISL_ON_ERROR_CONTINUE);
    return trace;
}

void trace_close(struct trace *trace)
{
    deadline_watch(NULL);
    isl_ctx_free(trace->isl);
    trace->isl = NULL;
}

struct context *context_without(struct arena *arena, struct context *context,
                                const struct context *const *dropped, size_t count)
{
    if (!context)
        return NULL;
    struct context *outer = context_without(arena, context->outer, dropped, count);
    for (size_t k = 0; k < count; k++)
        if (dropped[k] == context)
            return outer;
    if (outer == context->outer)
        return context;
    struct context *copy = ARENA_NEW(arena, struct context);
    *copy = *context;
    copy->outer = outer;
    return copy;
}

struct atom *trace_atom(struct trace *trace, enum atom_kind kind, struct type *type,
                        const char *text)
{
    struct atom *atom = ARENA_NEW(trace->arena, struct atom);
    atom->kind = kind;
    atom->id = (unsigned)trace->atoms.count;
    atom->type = type;
    atom->text = text;
    LIST_PUSH(trace->arena, trace->atoms, atom);
    return atom;
}

/* ---- loads -------------------------------------------------------------------------------- */

/* The innermost loop whose counter VALUE depends on; NULL: none. */
static struct inner_loop *deepest_loop(const struct poly *value)
{
    struct inner_loop *deepest = NULL;
    for (size_t k = 0; k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++) {
            const struct atom *atom = value->terms[k].atoms[d];
            struct inner_loop *loop = atom->loop;
            for (unsigned n = 0; n < atom_operand_count(atom) && atom->kind == ATOM_DERIVED; n++) {
                struct inner_loop *inside = deepest_loop(atom->operands[n]);
                if (inside && (!loop || inside->depth > loop->depth))
                    loop = inside;
            }
            if (loop && (!deepest || loop->depth > deepest->depth))
                deepest = loop;
        }
    return deepest;
}

const struct poly *trace_load(struct trace *trace, const struct object *object,
                              const struct poly *offset, struct type *type)
{
    for (size_t k = 0; k < trace->atoms.count; k++) {
        struct atom *atom = trace->atoms.items[k];
        if (atom->kind == ATOM_LOAD && atom->object == object && atom->type == type &&
            poly_equal(atom->operands[0], offset))
            return poly_atom(trace->arena, atom);
    }
    struct atom *atom = trace_atom(trace, ATOM_LOAD, type, NULL);
    atom->object = object;
    atom->operands[0] = offset;
    atom->loop = deepest_loop(offset);
    return poly_atom(trace->arena, atom);
}

/* ---- derived values ----------------------------------------------------------------------- */

static int64_t floor_quotient(int64_t value, int64_t divisor)
{
    int64_t quotient = value / divisor;
    return value % divisor < 0 ? quotient - 1 : quotient;
}

/* VALUE wrapped round to TYPE, of less than 64 bits, or to 64 bits when the result has a value
 * there. */
static bool wrapped_constant(int64_t value, const struct type *type, int64_t *result)
{
    if (type->is_bool) {
        *result = value != 0;
        return true;
    }
    if (type->size == 8) {
        *result = value;
        return type->is_signed || value >= 0;
    }
    unsigned bits = (unsigned)type->size * 8;
    uint64_t low = (uint64_t)value & ((UINT64_C(1) << bits) - 1);
    bool negative = type->is_signed && low >> (bits - 1) & 1;
    *result = negative ? (int64_t)low - (INT64_C(1) << bits) : (int64_t)low;
    return true;
}

static bool derived_constant(enum derivation derivation, int64_t value, int64_t divisor,
                             const struct type *type, int64_t *result)
{
    switch (derivation) {
    case DERIVED_QUOTIENT:
        *result = value / divisor;
        return true;
    case DERIVED_REMAINDER:
        *result = value % divisor;
        return true;
    case DERIVED_FLOOR_QUOTIENT:
        *result = floor_quotient(value, divisor);
        return true;
    case DERIVED_FLOOR_MODULO:
        *result = value - floor_quotient(value, divisor) * divisor;
        return true;
    case DERIVED_WRAP:
        return wrapped_constant(value, type, result);
    case DERIVED_SELECT:
        break;
    }
    return false;
}

static struct atom *find_derived(struct trace *trace, enum derivation derivation,
                                 const struct poly *operand, int64_t divisor,
                                 const struct type *type)
{
    for (size_t k = 0; k < trace->atoms.count; k++) {
        struct atom *atom = trace->atoms.items[k];
        if (atom->kind == ATOM_DERIVED && atom->derivation == derivation &&
            atom->divisor == divisor && atom->type == type &&
            poly_equal(atom->operands[0], operand))
            return atom;
    }
    return NULL;
}

const struct poly *trace_derived(struct trace *trace, enum derivation derivation,
                                 const struct poly *operand, int64_t divisor, struct type *type)
{
    int64_t value, result;
    if (!operand || (derivation != DERIVED_WRAP && divisor <= 0))
        return NULL;
    if (poly_is_constant(operand, &value) &&
        derived_constant(derivation, value, divisor, type, &result))
        return poly_constant(trace->arena, result);
    struct atom *atom = find_derived(trace, derivation, operand, divisor, type);
    if (!atom) {
        atom = trace_atom(trace, ATOM_DERIVED, type, NULL);
        atom->derivation = derivation;
        atom->operands[0] = operand;
        atom->divisor = divisor;
    }
    return poly_atom(trace->arena, atom);
}

bool compare_constants(enum op op, int64_t left, int64_t right)
{
    switch (op) {
    case OP_LT:
        return left < right;
    case OP_LE:
        return left <= right;
    case OP_GT:
        return left > right;
    case OP_GE:
        return left >= right;
    case OP_EQ:
        return left == right;
    default:
        return left != right;
    }
}

/* The choices that VALUE is made of; each doubles the cases that a question about it has. */
static unsigned count_choices(const struct poly *value)
{
    unsigned count = 0;
    for (size_t k = 0; k < value->count; k++)
        for (unsigned d = 0; d < value->terms[k].degree; d++) {
            const struct atom *atom = value->terms[k].atoms[d];
            if (atom->kind != ATOM_DERIVED)
                continue;
            count += atom->derivation == DERIVED_SELECT;
            for (unsigned n = 0; n < atom_operand_count(atom); n++)
                count += count_choices(atom->operands[n]);
        }
    return count;
}

static bool same_select(const struct atom *atom, enum op op, const struct poly *const *operands)
{
    bool same = atom->kind == ATOM_DERIVED && atom->derivation == DERIVED_SELECT && atom->op == op;
    for (unsigned k = 0; same && k < ATOM_OPERANDS; k++)
        same = poly_equal(atom->operands[k], operands[k]);
    return same;
}

static struct atom *find_select(struct trace *trace, enum op op, const struct poly *const *operands)
{
    for (size_t k = 0; k < trace->atoms.count; k++)
        if (same_select(trace->atoms.items[k], op, operands))
            return trace->atoms.items[k];
    return NULL;
}

const struct poly *trace_select(struct trace *trace, enum op op, const struct poly *left,
                                const struct poly *right, const struct poly *then,
                                const struct poly *other, struct type *type)
{
    const struct poly *operands[] = {left, right, then, other};
    int64_t difference;
    if (!left || !right || !then || !other)
        return NULL;
    if (poly_equal(then, other))
        return then;
    if (poly_constant_difference(left, right, &difference))
        return compare_constants(op, difference, 0) ? then : other;
    if (count_choices(left) + count_choices(right) + count_choices(then) + count_choices(other) >=
        MAX_CHOICES)
        return NULL;
    struct atom *atom = find_select(trace, op, operands);
    if (!atom) {
        atom = trace_atom(trace, ATOM_DERIVED, type, NULL);
        atom->derivation = DERIVED_SELECT;
        atom->op = op;
        memcpy(atom->operands, operands, sizeof operands);
    }
    return poly_atom(trace->arena, atom);
}

bool type_includes(const struct type *to, const struct type *from)
{
    if (!from || from->kind != TYPE_INTEGER || to->is_bool)
        return from == to;
    if (from->is_bool)
        return true;
    if (to->is_signed == from->is_signed)
        return to->size >= from->size;
    return to->is_signed && to->size > from->size;
}

/* A single atom as it stands. */
static const struct atom *single_atom(const struct poly *value)
{
    if (value->count != 1 || value->terms[0].degree != 1 || value->terms[0].coefficient != 1)
        return NULL;
    return value->terms[0].atoms[0];
}

/* Whoever multiplies by a number of half the type's bits, or adds one that has wrapped round
 * already, means it. */
static bool means_to_wrap(const struct poly *value, const struct type *type)
{
    int64_t limit = INT64_C(1) << 4 * type->size, constant;
    for (size_t k = 0; k < value->count; k++) {
        const struct term *term = &value->terms[k];
        if (term->coefficient >= limit || term->coefficient <= -limit)
            return true;
        for (unsigned d = 0; d < term->degree; d++)
            if (term->atoms[d]->kind == ATOM_DERIVED &&
                poly_is_constant(term->atoms[d]->operands[0], &constant))
                return true;
    }
    return false;
}

/* Subscripts are computed in such types, and hardly ever meant to wrap round. */
static bool may_be_taken_to_fit(struct trace *trace, const struct poly *value,
                                const struct type *type)
{
    bool is_candidate =
        !type->is_bool && type->size >= 4 && !poly_is_opaque(value) && !means_to_wrap(value, type);
    trace->has_wraps |= is_candidate;
    return is_candidate && trace->granted >= GRANTED_FIT;
}

const struct poly *trace_convert(struct trace *trace, struct context *context,
                                 const struct poly *value, struct type *type)
{
    if (!value || type->kind != TYPE_INTEGER || type->size > 8)
        return NULL;
    const struct atom *atom = single_atom(value);
    int64_t constant;
    if (!poly_is_constant(value, &constant) &&
        ((atom && type_includes(type, atom->type)) || value_fits(trace, context, value, type)))
        return value;
    if (!poly_is_constant(value, &constant) && may_be_taken_to_fit(trace, value, type)) {
        struct fit fit = {context, value, type, NULL};
        LIST_PUSH(trace->arena, trace->fits, fit);
        return value;
    }
    return trace_derived(trace, DERIVED_WRAP, value, 0, type);
}
