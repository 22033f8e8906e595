/* The inspectors against their definitions, in all types, at their ends, and in large columns. */
#include "api.h"
#include "process.h"

#include <CUnit/Basic.h>

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static uint64_t seed = 1;

static uint64_t random_bits(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed;
}

/* ---- all different ------------------------------------------------------------------------ */

#define DEFINE_CHECK(name, type, number)                                                           \
    static void check_##name(size_t count, uint64_t mask)                                          \
    {                                                                                              \
        type values[40];                                                                           \
        int expected = 1;                                                                          \
        for (size_t k = 0; k < count; k++) {                                                       \
            values[k] = (type)((random_bits() & mask) - mask / 2);                                 \
            for (size_t n = 0; n < k; n++)                                                         \
                expected &= values[n] != values[k];                                                \
        }                                                                                          \
        struct ppar_column column = ppar_column(values, 0, sizeof values[0]);                      \
        CU_ASSERT_EQUAL(ppar_distinct(count, number, 1, column), expected);                        \
        struct ppar_column even = ppar_column(values, 0, 2 * sizeof values[0]);                    \
        struct ppar_column odd = ppar_column(values, sizeof values[0], 2 * sizeof values[0]);      \
        if (count % 2 == 0)                                                                        \
            CU_ASSERT_EQUAL(ppar_distinct(count / 2, number, 2, even, odd), expected);             \
        struct ppar_column back = ppar_column(values, (long long)((count - 1) * sizeof values[0]), \
                                              -(int)sizeof values[0]);                             \
        if (count)                                                                                 \
            CU_ASSERT_EQUAL(ppar_distinct(count, number, 1, back), expected);                      \
    }

DEFINE_CHECK(int8, int8_t, PPAR_INT8)
DEFINE_CHECK(int16, int16_t, PPAR_INT16)
DEFINE_CHECK(int32, int32_t, PPAR_INT32)
DEFINE_CHECK(int64, int64_t, PPAR_INT64)
DEFINE_CHECK(uint8, uint8_t, PPAR_UINT8)
DEFINE_CHECK(uint16, uint16_t, PPAR_UINT16)
DEFINE_CHECK(uint32, uint32_t, PPAR_UINT32)
DEFINE_CHECK(uint64, uint64_t, PPAR_UINT64)

static void test_types(void)
{
    static void (*const checks[])(size_t, uint64_t) = {check_int8,   check_int16, check_int32,
                                                       check_int64,  check_uint8, check_uint16,
                                                       check_uint32, check_uint64};
    static const uint64_t masks[] = {7, 63, 255, 4095, 0xfffff, 0xffffffff, UINT64_MAX};
    for (size_t t = 0; t < COUNT(checks); t++)
        for (size_t m = 0; m < COUNT(masks); m++)
            for (size_t count = 0; count <= 40; count++)
                checks[t](count, masks[m]);
}

static int distinct64(const int64_t *values, size_t count)
{
    return ppar_distinct(count, PPAR_INT64, 1, ppar_column(values, 0, 8));
}

static void test_ends(void)
{
    static const int64_t apart[] = {INT64_MAX, INT64_MIN, 0, -1, 1};
    static const int64_t low[] = {5, INT64_MIN, 7, INT64_MIN};
    static const int64_t high[] = {INT64_MAX, 5, 7, INT64_MAX};
    static const uint64_t wide[] = {UINT64_MAX, 0, (uint64_t)1 << 63, ((uint64_t)1 << 63) - 1};
    static const int8_t bytes[] = {127, -128, 0, -1};
    CU_ASSERT_TRUE(distinct64(apart, COUNT(apart)));
    CU_ASSERT_FALSE(distinct64(low, COUNT(low)));
    CU_ASSERT_FALSE(distinct64(high, COUNT(high)));
    CU_ASSERT_TRUE(ppar_distinct(COUNT(wide), PPAR_UINT64, 1, ppar_column(wide, 0, 8)));
    CU_ASSERT_TRUE(ppar_distinct(COUNT(bytes), PPAR_INT8, 1, ppar_column(bytes, 0, 1)));
    CU_ASSERT_FALSE(ppar_distinct(COUNT(bytes), PPAR_INT8, 2, ppar_column(bytes, 0, 1),
                                  ppar_column(bytes, 0, 0)));
}

static void test_none(void)
{
    CU_ASSERT_TRUE(ppar_distinct(0, PPAR_INT32, 1, ppar_column(NULL, 0, 4)));
    CU_ASSERT_TRUE(ppar_ascending(0, PPAR_INT32, ppar_column(NULL, 0, 4), ppar_column(NULL, 4, 4)));
    int one = 3;
    CU_ASSERT_TRUE(ppar_distinct(1, PPAR_INT32, 1, ppar_column(&one, 0, 4)));
    CU_ASSERT_FALSE(ppar_distinct(2, PPAR_INT32, 1, ppar_column(&one, 0, 0)));
    CU_ASSERT_FALSE(ppar_distinct(1, PPAR_INT32, 0));
    CU_ASSERT_FALSE(ppar_distinct(UINT64_MAX, PPAR_INT32, 1, ppar_column(&one, 0, 0)));
}

enum { MANY = 100000 };

static void shuffle(int64_t *values, size_t count)
{
    for (size_t k = count; k > 1; k--) {
        size_t other = random_bits() % k;
        int64_t value = values[k - 1];
        values[k - 1] = values[other];
        values[other] = value;
    }
}

/* FACTOR apart: close together, in parts of the range of the least size and of greater ones, to be
 * sorted in some steps and in all. */
static void test_many(void)
{
    static const int64_t factors[] = {1,    7,    60,   64,   65,      160,     180,
                                      1000, 2047, 2048, 2049, 1 << 13, 1 << 20, (int64_t)1 << 45};
    int64_t *values = malloc(MANY * sizeof *values);
    for (size_t f = 0; values && f < COUNT(factors); f++) {
        for (int64_t k = 0; k < MANY; k++)
            values[k] = (k - MANY / 2) * factors[f];
        CU_ASSERT_TRUE(distinct64(values, MANY));
        shuffle(values, MANY);
        CU_ASSERT_TRUE(distinct64(values, MANY));
        CU_ASSERT_TRUE(ppar_distinct(MANY / 2, PPAR_INT64, 1, ppar_column(values, 8, 16)));
        CU_ASSERT_TRUE(ppar_distinct(MANY / 2, PPAR_INT64, 2, ppar_column(values, 8, 16),
                                     ppar_column(values, 0, 16)));
        values[MANY - 1] = values[random_bits() % (MANY - 1)];
        CU_ASSERT_FALSE(distinct64(values, MANY));
    }
    free(values);
}

/* Parts that have equal places in them: only the same part makes them equal. There are enough for
 * parts of more than the least size. */
static void test_parts(void)
{
    enum { PARTS = 1000, EACH = 600 };
    int64_t *values = malloc(PARTS * EACH * sizeof *values);
    for (unsigned shift = 17; values && shift <= 20; shift++) {
        size_t count = 0;
        for (int64_t part = 0; part < PARTS; part++)
            for (int64_t place = 0; place < EACH; place++)
                values[count++] = (part << shift) + (place * ((int64_t)1 << shift) / EACH);
        shuffle(values, count);
        CU_ASSERT_TRUE(distinct64(values, count));
        values[0] = values[count - 1];
        CU_ASSERT_FALSE(distinct64(values, count));
    }
    free(values);
}

/* Two numbers of a part that are equal, and nothing else in it; also where one part more would be
 * too many. */
static void test_pair(void)
{
    enum { NEAR = 300000 };
    static const int64_t fars[] = {1 << 25,       (1 << 27) - 1, 1 << 27,      (1 << 29) - 2,
                                   (1 << 29) - 1, 1 << 29,       (1 << 29) + 1};
    int64_t *values = malloc((NEAR + 2) * sizeof *values);
    for (size_t f = 0; values && f < COUNT(fars); f++) {
        for (int64_t k = 0; k < NEAR; k++)
            values[k] = k;
        shuffle(values, NEAR);
        values[NEAR] = fars[f];
        values[NEAR + 1] = fars[f] + 1;
        CU_ASSERT_TRUE(distinct64(values, NEAR + 2));
        values[NEAR + 1] = fars[f];
        CU_ASSERT_FALSE(distinct64(values, NEAR + 2));
    }
    free(values);
}

/* ---- ascending ranges --------------------------------------------------------------------- */

static int rows(const int *starts, size_t count)
{
    return ppar_ascending(count, PPAR_INT32, ppar_column(starts, 0, 4), ppar_column(starts, 4, 4));
}

static void test_ascending(void)
{
    static const int fine[] = {-5, -5, 0, 0, 3, 10}, falls[] = {0, 3, 2, 5}, last[] = {0, 1, 2, 1};
    CU_ASSERT_TRUE(rows(fine, 5));
    CU_ASSERT_FALSE(rows(falls, 3));
    CU_ASSERT_FALSE(rows(last, 3));
    CU_ASSERT_TRUE(rows(last, 2));
    struct ppar_column low = ppar_column(fine, 16, -4), high = ppar_column(fine, 20, -4);
    CU_ASSERT_TRUE(ppar_ascending(5, PPAR_INT32, low, high));
    CU_ASSERT_FALSE(ppar_ascending(5, PPAR_INT32, high, low));

    static const int64_t from[] = {INT64_MIN, -1, 5}, to[] = {-2, 4, INT64_MAX};
    static const int64_t over[] = {0, 4, INT64_MAX}, under[] = {-2, -2, INT64_MAX};
    CU_ASSERT_TRUE(ppar_ascending(3, PPAR_INT64, ppar_column(from, 0, 8), ppar_column(to, 0, 8)));
    CU_ASSERT_FALSE(
        ppar_ascending(3, PPAR_INT64, ppar_column(from, 0, 8), ppar_column(over, 0, 8)));
    CU_ASSERT_FALSE(
        ppar_ascending(3, PPAR_INT64, ppar_column(from, 0, 8), ppar_column(under, 0, 8)));
    CU_ASSERT_FALSE(ppar_ascending(3, PPAR_UINT64, ppar_column(from, 0, 8), ppar_column(to, 0, 8)));

    static const uint8_t bytes[] = {0, 127, 128, 255};
    CU_ASSERT_TRUE(
        ppar_ascending(3, PPAR_UINT8, ppar_column(bytes, 0, 1), ppar_column(bytes, 1, 1)));
    CU_ASSERT_FALSE(
        ppar_ascending(3, PPAR_INT8, ppar_column(bytes, 0, 1), ppar_column(bytes, 1, 1)));
}

/* A loop in a worker is serial whatever is found. */
static void test_nested(void)
{
    static const int twice[] = {1, 1};
    process.in_worker = 1;
    CU_ASSERT_TRUE(ppar_distinct(2, PPAR_INT32, 1, ppar_column(twice, 0, 4)));
    process.in_worker = 0;
    CU_ASSERT_FALSE(ppar_distinct(2, PPAR_INT32, 1, ppar_column(twice, 0, 4)));
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("inspect", NULL, NULL);
    CU_add_test(suite, "types", test_types);
    CU_add_test(suite, "ends", test_ends);
    CU_add_test(suite, "none", test_none);
    CU_add_test(suite, "many", test_many);
    CU_add_test(suite, "parts", test_parts);
    CU_add_test(suite, "pair", test_pair);
    CU_add_test(suite, "ascending", test_ascending);
    CU_add_test(suite, "nested", test_nested);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}
