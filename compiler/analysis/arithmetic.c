/*
 * Integer arithmetic becomes polynomials; where a result can wrap round it is converted to its
 * type, so that a polynomial always is the true value.
 */
#include "render.h"
#include "walk.h"

struct value integer_value(struct walker *walker, const struct poly *value, struct type *type)
{
    if (!value)
        return value_unknown(walker, type);
    return (struct value){.kind = VALUE_INTEGER, .integer = value};
}

struct value arithmetic_value(struct walker *walker, const struct poly *value, struct type *type)
{
    if (!type->is_signed || type->size < 4 || walker->trace->unit->wraps_signed)
        value = trace_convert(walker->trace, walker->env.context, value, type);
    return integer_value(walker, value, type);
}

static bool power_of_two(int64_t value, int *exponent)
{
    if (value <= 0 || (value & (value - 1)))
        return false;
    *exponent = __builtin_ctzll((unsigned long long)value);
    return true;
}

static struct value shift(struct walker *walker, enum op op, const struct poly *left,
                          const struct poly *right, struct type *type)
{
    int64_t count;
    if (!poly_is_constant(right, &count) || count < 0 || count > 31)
        return value_unknown(walker, type);
    int64_t factor = INT64_C(1) << count;
    if (op == OP_SHL) /* gcc defines it for signed values, too */
        return integer_value(walker,
                             trace_convert(walker->trace, walker->env.context,
                                           poly_scale(walker->arena, left, factor), type),
                             type);
    return integer_value(
        walker, trace_derived(walker->trace, DERIVED_FLOOR_QUOTIENT, left, factor, type), type);
}

static struct value divide_constant(struct walker *walker, enum op op, const struct poly *left,
                                    int64_t divisor, struct type *type)
{
    if (divisor <= 0)
        return value_unknown(walker, type);
    enum derivation derivation = op == OP_DIV ? DERIVED_QUOTIENT : DERIVED_REMAINDER;
    return integer_value(walker, trace_derived(walker->trace, derivation, left, divisor, type),
                         type);
}

/* What is known of LEFT / RIGHT and LEFT % RIGHT is that they are the same wherever the operands
 * are, and LEFT together. */
static const struct division *find_division(const struct walker *walker, const struct poly *left,
                                            const struct poly *right)
{
    const struct trace *trace = walker->trace;
    for (size_t k = 0; k < trace->divisions.count; k++) {
        const struct division *division = &trace->divisions.items[k];
        if (division->loop == walker->loop && poly_equal(division->left, left) &&
            poly_equal(division->right, right))
            return division;
    }
    return NULL;
}

static struct division division_of(struct walker *walker, const struct poly *left,
                                   const struct poly *right, struct type *type)
{
    const struct division *known = find_division(walker, left, right);
    if (known)
        return *known;
    struct division division = {left, right, walker->loop, value_unknown(walker, type).integer,
                                value_unknown(walker, type).integer};
    LIST_PUSH(walker->arena, walker->trace->divisions, division);
    return division;
}

static void take_to_be_natural(struct walker *walker, const struct poly *value, const char *text)
{
    struct fit fit = {.context = walker->env.context, .value = value, .text = text};
    LIST_PUSH(walker->arena, walker->trace->fits, fit);
}

/* LEFT % RIGHT is LEFT where 0 <= LEFT < RIGHT: who writes a[i % k] with a k that is not known
 * often has a k that is large enough. NULL: no guard could tell. */
static const struct poly *whole_left(struct walker *walker, const struct poly *left,
                                     const struct poly *right)
{
    struct arena *arena = walker->arena;
    const struct poly *room =
        poly_subtract(arena, poly_subtract(arena, right, left), poly_constant(arena, 1));
    const char *number = poly_name(arena, left), *divisor = poly_name(arena, right);
    if (!room || !number || !divisor)
        return NULL;
    const char *text = arena_printf(arena, left->count > 1 ? "(%s) %% %s is %s" : "%s %% %s is %s",
                                    number, divisor, number);
    take_to_be_natural(walker, left, text);
    take_to_be_natural(walker, room, text);
    return left;
}

static struct value divide_symbol(struct walker *walker, enum op op, const struct poly *left,
                                  const struct poly *right, struct type *type)
{
    struct trace *trace = walker->trace;
    if (!poly_is_invariant(right) || poly_is_opaque(left))
        return value_unknown(walker, type);
    const struct division division = division_of(walker, left, right, type);
    if (op == OP_DIV)
        return integer_value(walker, division.quotient, type);
    trace->has_remainders = true;
    const struct poly *whole =
        trace->granted >= GRANTED_REMAINDERS ? whole_left(walker, left, right) : NULL;
    return integer_value(walker, whole ? whole : division.remainder, type);
}

static struct value divide(struct walker *walker, enum op op, const struct poly *left,
                           const struct poly *right, struct type *type)
{
    int64_t divisor;
    return poly_is_constant(right, &divisor) ? divide_constant(walker, op, left, divisor, type)
                                             : divide_symbol(walker, op, left, right, type);
}

/* x & (2^k - 1), in either order */
static struct value mask(struct walker *walker, const struct poly *left, const struct poly *right,
                         struct type *type)
{
    int64_t bits;
    int exponent;
    if (!poly_is_constant(right, &bits)) {
        const struct poly *other = left;
        left = right;
        right = other;
    }
    if (!poly_is_constant(right, &bits) || bits == INT64_MAX || !power_of_two(bits + 1, &exponent))
        return value_unknown(walker, type);
    return integer_value(
        walker, trace_derived(walker->trace, DERIVED_FLOOR_MODULO, left, bits + 1, type), type);
}

/* x / y * y is x - x % y, so that i / w * w + i % w is i. NULL: it is no such product. */
static const struct poly *undone_division(const struct walker *walker, const struct poly *a,
                                          const struct poly *b)
{
    const struct trace *trace = walker->trace;
    for (size_t k = 0; k < trace->divisions.count; k++) {
        const struct division *division = &trace->divisions.items[k];
        if ((poly_equal(division->quotient, a) && poly_equal(division->right, b)) ||
            (poly_equal(division->quotient, b) && poly_equal(division->right, a)))
            return poly_subtract(walker->arena, division->left, division->remainder);
    }
    return NULL;
}

static struct value multiply(struct walker *walker, const struct poly *left,
                             const struct poly *right, struct type *type)
{
    const struct poly *undone = undone_division(walker, left, right);
    return undone ? integer_value(walker, undone, type)
                  : arithmetic_value(walker, poly_multiply(walker->arena, left, right), type);
}

/* Flags of the library's. */
static struct value united(struct walker *walker, const struct poly *left, const struct poly *right,
                           struct type *type)
{
    int64_t a, b;
    if (!poly_is_constant(left, &a) || !poly_is_constant(right, &b))
        return value_unknown(walker, type);
    return integer_value(walker, poly_constant(walker->arena, a | b), type);
}

struct value integer_binary(struct walker *walker, enum op op, const struct poly *left,
                            const struct poly *right, struct type *type)
{
    struct arena *arena = walker->arena;
    if (!left || !right || type->size > 8)
        return value_unknown(walker, type);
    switch (op) {
    case OP_ADD:
        return arithmetic_value(walker, poly_add(arena, left, right), type);
    case OP_SUB:
        return arithmetic_value(walker, poly_subtract(arena, left, right), type);
    case OP_MUL:
        return multiply(walker, left, right, type);
    case OP_DIV:
    case OP_REM:
        return divide(walker, op, left, right, type);
    case OP_SHL:
    case OP_SHR:
        return shift(walker, op, left, right, type);
    case OP_AND:
        return mask(walker, left, right, type);
    case OP_OR:
        return united(walker, left, right, type);
    default:
        return value_unknown(walker, type);
    }
}
