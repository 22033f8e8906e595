/*
 * Atoms that are derived. What folds is compared with what the C compiler of this test computes
 * for the same values; two questions about types are answered by their ranges.
 */
#include "analysis/relation.h"

#include <CUnit/Basic.h>
#include <stdio.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static struct type types[] = {
    {.kind = TYPE_INTEGER, .size = 1, .is_signed = true, .spelling = "signed char"},
    {.kind = TYPE_INTEGER, .size = 1, .spelling = "unsigned char"},
    {.kind = TYPE_INTEGER, .size = 2, .is_signed = true, .spelling = "short"},
    {.kind = TYPE_INTEGER, .size = 2, .spelling = "unsigned short"},
    {.kind = TYPE_INTEGER, .size = 4, .is_signed = true, .spelling = "int"},
    {.kind = TYPE_INTEGER, .size = 4, .spelling = "unsigned int"},
    {.kind = TYPE_INTEGER, .size = 8, .is_signed = true, .spelling = "long"},
    {.kind = TYPE_INTEGER, .size = 8, .spelling = "unsigned long"},
    {.kind = TYPE_INTEGER, .size = 1, .is_bool = true, .spelling = "_Bool"},
};

enum { SCHAR, UCHAR, SHORT, USHORT, INT, UINT, LONG, ULONG, BOOL };

static const int64_t values[] = {
    0,
    1,
    -1,
    2,
    -2,
    3,
    -3,
    7,
    -7,
    8,
    -8,
    63,
    -64,
    127,
    128,
    -128,
    -129,
    255,
    256,
    -255,
    -256,
    -257,
    32767,
    32768,
    -32768,
    -32769,
    65535,
    65536,
    -65536,
    INT32_MAX,
    INT32_MIN,
    2147483648,
    -2147483649,
    4294967295,
    4294967296,
    -4294967296,
    1000000007,
    -999999937,
    INT64_MAX,
    INT64_MIN,
    INT64_MAX - 1,
};

static struct unit unit;
static struct trace *trace;

static int set_up(void)
{
    unit = (struct unit){.arena = arena_new()};
    trace = trace_new(&unit, unit.arena);
    return 0;
}

static int tear_down(void)
{
    trace_close(trace);
    arena_free(unit.arena);
    return 0;
}

static const struct poly *constant(int64_t value)
{
    return poly_constant(unit.arena, value);
}

static void check_constant(const struct poly *value, int64_t expected, const char *what,
                           int64_t operand, int64_t by)
{
    int64_t found = 0;
    bool fine = poly_is_constant(value, &found) && found == expected;
    if (!fine)
        printf("\n%s of %lld (%lld): %lld expected, %lld found\n", what, (long long)operand,
               (long long)by, (long long)expected, (long long)found);
    CU_ASSERT_TRUE(fine);
}

/* ---- constants ---------------------------------------------------------------------------- */

static void test_division(void)
{
    static const int64_t divisors[] = {1, 2, 3, 7, 8, 10, 128, 4096, INT32_MAX, INT64_MAX};
    for (size_t k = 0; k < COUNT(values); k++)
        for (size_t d = 0; d < COUNT(divisors); d++) {
            const struct poly *operand = constant(values[k]);
            check_constant(
                trace_derived(trace, DERIVED_QUOTIENT, operand, divisors[d], &types[LONG]),
                values[k] / divisors[d], "quotient", values[k], divisors[d]);
            check_constant(
                trace_derived(trace, DERIVED_REMAINDER, operand, divisors[d], &types[LONG]),
                values[k] % divisors[d], "remainder", values[k], divisors[d]);
        }
}

static void test_shift_and_mask(void)
{
    for (size_t k = 0; k < COUNT(values); k++)
        for (int shift = 0; shift < 63; shift++) {
            const struct poly *operand = constant(values[k]);
            int64_t power = INT64_C(1) << shift;
            check_constant(
                trace_derived(trace, DERIVED_FLOOR_QUOTIENT, operand, power, &types[LONG]),
                values[k] >> shift, "shift", values[k], shift);
            check_constant(trace_derived(trace, DERIVED_FLOOR_MODULO, operand, power, &types[LONG]),
                           values[k] & (power - 1), "mask", values[k], power);
        }
}

/* VALUE converted to type number TYPE by the compiler; false: the result is beyond int64_t. */
static bool converted(int64_t value, size_t type, int64_t *result)
{
    switch (type) {
    case SCHAR:
        *result = (signed char)value;
        return true;
    case UCHAR:
        *result = (unsigned char)value;
        return true;
    case SHORT:
        *result = (short)value;
        return true;
    case USHORT:
        *result = (unsigned short)value;
        return true;
    case INT:
        *result = (int)value;
        return true;
    case UINT:
        *result = (unsigned int)value;
        return true;
    case LONG:
        *result = value;
        return true;
    case ULONG:
        *result = value;
        return value >= 0;
    default:
        *result = (_Bool)value;
        return true;
    }
}

static void test_wrap(void)
{
    for (size_t t = 0; t < COUNT(types); t++)
        for (size_t k = 0; k < COUNT(values); k++) {
            int64_t expected;
            const struct poly *operand = constant(values[k]);
            const struct poly *wrapped = trace_derived(trace, DERIVED_WRAP, operand, 0, &types[t]);
            const struct poly *convert = trace_convert(trace, NULL, operand, &types[t]);
            CU_ASSERT_PTR_NOT_NULL_FATAL(wrapped);
            if (converted(values[k], t, &expected)) {
                check_constant(wrapped, expected, types[t].spelling, values[k], 0);
                check_constant(convert, expected, types[t].spelling, values[k], 0);
            } else {
                CU_ASSERT_FALSE(poly_is_constant(wrapped, &expected));
                CU_ASSERT_FALSE(poly_is_constant(convert, &expected));
            }
        }
}

static void test_nothing_known(void)
{
    const struct poly *one = constant(1);
    struct type floating = {.kind = TYPE_FLOATING, .size = 8};
    struct type wide = {.kind = TYPE_INTEGER, .size = 16, .is_signed = true};
    CU_ASSERT_PTR_NULL(trace_derived(trace, DERIVED_QUOTIENT, NULL, 2, &types[INT]));
    CU_ASSERT_PTR_NULL(trace_derived(trace, DERIVED_QUOTIENT, one, 0, &types[INT]));
    CU_ASSERT_PTR_NULL(trace_derived(trace, DERIVED_REMAINDER, one, -2, &types[INT]));
    CU_ASSERT_PTR_NULL(trace_derived(trace, DERIVED_FLOOR_QUOTIENT, one, 0, &types[INT]));
    CU_ASSERT_PTR_NULL(trace_derived(trace, DERIVED_FLOOR_MODULO, one, 0, &types[INT]));
    CU_ASSERT_PTR_NULL(trace_derived(trace, DERIVED_WRAP, NULL, 0, &types[INT]));
    CU_ASSERT_PTR_NULL(trace_convert(trace, NULL, NULL, &types[INT]));
    CU_ASSERT_PTR_NULL(trace_convert(trace, NULL, one, &floating));
    CU_ASSERT_PTR_NULL(trace_convert(trace, NULL, one, &wide));
}

/* ---- interning ---------------------------------------------------------------------------- */

static const struct poly *symbol(struct type *type)
{
    return poly_atom(unit.arena, trace_atom(trace, ATOM_SYMBOL, type, "n"));
}

static void test_interning(void)
{
    const struct poly *n = symbol(&types[INT]), *m = symbol(&types[INT]);
    const struct poly *sum = poly_add(unit.arena, n, m), *again = poly_add(unit.arena, m, n);
    const struct poly *half = trace_derived(trace, DERIVED_QUOTIENT, sum, 2, &types[INT]);
    size_t atoms = trace->atoms.count;
    CU_ASSERT_TRUE(poly_equal(half, trace_derived(trace, DERIVED_QUOTIENT, again, 2, &types[INT])));
    CU_ASSERT_EQUAL(trace->atoms.count, atoms);
    const struct poly *others[] = {
        trace_derived(trace, DERIVED_REMAINDER, sum, 2, &types[INT]),
        trace_derived(trace, DERIVED_FLOOR_QUOTIENT, sum, 2, &types[INT]),
        trace_derived(trace, DERIVED_QUOTIENT, sum, 4, &types[INT]),
        trace_derived(trace, DERIVED_QUOTIENT, n, 2, &types[INT]),
        trace_derived(trace, DERIVED_QUOTIENT, sum, 2, &types[LONG]),
    };
    CU_ASSERT_EQUAL(trace->atoms.count, atoms + COUNT(others));
    for (size_t k = 0; k < COUNT(others); k++)
        CU_ASSERT_FALSE(poly_equal(half, others[k]));
    CU_ASSERT_FALSE(poly_equal(symbol(&types[INT]), symbol(&types[INT])));
    for (size_t k = 0; k < trace->atoms.count; k++)
        CU_ASSERT_EQUAL(trace->atoms.items[k]->id, k);
}

/* ---- types -------------------------------------------------------------------------------- */

static void range_of(const struct type *type, __int128 *low, __int128 *high)
{
    unsigned bits = type->is_bool ? 1 : (unsigned)type->size * 8;
    *low = type->is_signed ? -((__int128)1 << (bits - 1)) : 0;
    *high = ((__int128)1 << (type->is_signed ? bits - 1 : bits)) - 1;
}

static void test_type_includes(void)
{
    for (size_t to = 0; to < COUNT(types); to++)
        for (size_t from = 0; from < COUNT(types); from++) {
            __int128 low[2], high[2];
            range_of(&types[to], &low[0], &high[0]);
            range_of(&types[from], &low[1], &high[1]);
            bool includes = low[0] <= low[1] && high[1] <= high[0];
            if (type_includes(&types[to], &types[from]) != includes)
                printf("\n%s in %s?\n", types[from].spelling, types[to].spelling);
            CU_ASSERT_EQUAL(type_includes(&types[to], &types[from]), includes);
        }
    CU_ASSERT_FALSE(type_includes(&types[LONG], NULL));
}

/* ---- conversions -------------------------------------------------------------------------- */

static bool stays(struct context *context, const struct poly *value, struct type *type)
{
    return poly_equal(trace_convert(trace, context, value, type), value);
}

/* A value of each type, converted to each other type, stays when all of its values fit. */
static void test_convert_symbols(void)
{
    for (size_t to = 0; to < COUNT(types); to++)
        for (size_t from = 0; from < COUNT(types); from++) {
            const struct poly *n = symbol(&types[from]);
            CU_ASSERT_EQUAL(stays(NULL, n, &types[to]), type_includes(&types[to], &types[from]));
        }
}

/* The conditions of the context, and the range of the annotated loop, count. */
static void test_convert_in_context(void)
{
    const struct poly *n = symbol(&types[INT]), *zero = constant(0);
    struct context natural = {
        .kind = CONTEXT_CONDITION, .depth = 1, .left = n, .right = zero, .op = OP_GE};
    struct context small = {.outer = &natural,
                            .kind = CONTEXT_CONDITION,
                            .depth = 2,
                            .left = n,
                            .right = constant(255),
                            .op = OP_LE};
    struct context unknown = {.outer = &small, .kind = CONTEXT_UNKNOWN, .depth = 3};
    const struct poly *next = poly_add(unit.arena, n, constant(1));
    CU_ASSERT_FALSE(stays(NULL, n, &types[UINT]));
    CU_ASSERT_TRUE(stays(&natural, n, &types[UINT]));
    CU_ASSERT_FALSE(stays(&natural, n, &types[UCHAR]));
    CU_ASSERT_TRUE(stays(&small, n, &types[UCHAR]));
    CU_ASSERT_TRUE(stays(&unknown, n, &types[UCHAR]));
    CU_ASSERT_FALSE(stays(&small, next, &types[UCHAR]));
    CU_ASSERT_TRUE(stays(&small, next, &types[SHORT]));
    CU_ASSERT_FALSE(stays(&small, n, &types[SCHAR]));
    CU_ASSERT_FALSE(stays(&small, poly_multiply(unit.arena, n, n), &types[INT]));
}

static void test_convert_counter(void)
{
    struct trace *own = trace_new(&unit, unit.arena);
    struct level *level = &own->levels[own->level_count++];
    level->counter = trace_atom(own, ATOM_COUNTER, &types[INT], "i");
    level->start = constant(10);
    level->bound = constant(100);
    level->step = 1;
    const struct poly *i = poly_atom(unit.arena, level->counter);
    const struct poly *bytes = poly_scale(unit.arena, i, 8);
    CU_ASSERT_TRUE(poly_equal(trace_convert(own, NULL, i, &types[UCHAR]), i));
    CU_ASSERT_TRUE(poly_equal(trace_convert(own, NULL, bytes, &types[USHORT]), bytes));
    CU_ASSERT_FALSE(poly_equal(trace_convert(own, NULL, bytes, &types[UCHAR]), bytes));
    level->bound = constant(129);
    CU_ASSERT_FALSE(poly_equal(trace_convert(own, NULL, i, &types[BOOL]), i));
    CU_ASSERT_FALSE(poly_equal(trace_convert(own, NULL, i, &types[SCHAR]), i));
    level->bound = constant(128);
    CU_ASSERT_TRUE(poly_equal(trace_convert(own, NULL, i, &types[SCHAR]), i));
    trace_close(own);
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite("trace", set_up, tear_down);
    CU_add_test(suite, "division", test_division);
    CU_add_test(suite, "shift and mask", test_shift_and_mask);
    CU_add_test(suite, "wrap", test_wrap);
    CU_add_test(suite, "nothing known", test_nothing_known);
    CU_add_test(suite, "interning", test_interning);
    CU_add_test(suite, "type_includes", test_type_includes);
    CU_add_test(suite, "convert symbols", test_convert_symbols);
    CU_add_test(suite, "convert in context", test_convert_in_context);
    CU_add_test(suite, "convert the counter", test_convert_counter);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
