/*
 * Random numbers: the published answers of Philox4x32-10 (those of the Random123 library: counter
 * and key all zeros, all ones, digits of pi), where streams lie in it, and that numbers are as
 * evenly spread as they should be. Streams are fixed, so a test passes always or never.
 */
#include "api.h"

#include <CUnit/Basic.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- the generator ------------------------------------------------------------------------ */

static void test_published(void)
{
    static const struct {
        unsigned long long key, low, high, first, second;
    } cases[] = {
        {0, 0, 0, 0xe169c58d6627e8d5, 0x9b00dbd8bc57ac4c},
        {~0ull, ~0ull, ~0ull, 0x41c83b0e408f276d, 0x6d5451fda20bc7c6},
        {0x299f31d0a4093822, 0x85a308d3243f6a88, 0x0370734413198a2e, 0x94fdccebd16cfe09,
         0x24126ea15001e420},
    };
    unsigned long long number[4];
    for (size_t k = 0; k < COUNT(cases); k++) {
        ppar_philox(cases[k].key, cases[k].low, cases[k].high, number);
        CU_ASSERT_EQUAL(number[0], cases[k].first);
        CU_ASSERT_EQUAL(number[1], cases[k].second);
        ppar_philox(cases[k].key, cases[k].low - 1, cases[k].high, number);
        CU_ASSERT_EQUAL(number[2], cases[k].first);
        CU_ASSERT_EQUAL(number[3], cases[k].second);
    }
}

/* Number k of a stream is half of block k / 2, however many have been made at once. */
static void test_order(void)
{
    unsigned long long number[4];
    ppar_random_set(12345, 67);
    for (unsigned long long k = 0; k < 1000; k++) {
        ppar_philox(12345, k / 2, 67, number);
        CU_ASSERT_EQUAL(ppar_random_u64(), number[k % 2]);
    }
}

static void test_outside(void)
{
    unsigned long long number[4];
    unsetenv("PPAR_SEED");
    memset(&ppar_stream, 0, sizeof ppar_stream);
    ppar_philox(0, 0, 0, number);
    CU_ASSERT_EQUAL(ppar_random_u64(), number[0]);
    setenv("PPAR_SEED", "18446744073709551615", 1);
    memset(&ppar_stream, 0, sizeof ppar_stream);
    CU_ASSERT_EQUAL(ppar_random_seed(), ~0ull);
    unsetenv("PPAR_SEED");
}

/* Streams begin anew, and are those of a loop. */
static void test_streams(void)
{
    struct ppar_stream outer;
    memset(&ppar_stream, 0, sizeof ppar_stream);
    ppar_random_set(0, 0);
    unsigned long long first = ppar_random_u64(), key[3], number;
    (void)ppar_random_normal();
    for (int k = 0; k < 2; k++) {
        key[k] = ppar_random_begin(&outer, 0, 0);
        ppar_random_iteration(key[k], 5);
        number = ppar_random_u64();
        ppar_random_end(&outer);
        ppar_random_at((unsigned long long)k + 1, 5);
        CU_ASSERT_EQUAL(ppar_random_u64(), number);
        ppar_stream = outer;
    }
    key[2] = ppar_random_begin(&outer, 1, 77);
    ppar_random_end(&outer);
    CU_ASSERT_NOT_EQUAL(key[0], key[1]);
    CU_ASSERT_EQUAL(key[2], ppar_random_key(ppar_random_key(77, 0), 3));
    CU_ASSERT_EQUAL(ppar_stream.has_normal, 1);
    ppar_random_set(0, 0);
    CU_ASSERT_EQUAL(ppar_random_u64(), first);
}

/* ---- how numbers are spread --------------------------------------------------------------- */

/* How far the COUNTS of equally likely cells are from their mean, in standard deviations of the
 * chi-square distribution, which is close to a normal one here. */
static double oddity(const unsigned *counts, size_t cells)
{
    double total = 0, square = 0;
    for (size_t k = 0; k < cells; k++)
        total += counts[k];
    double mean = total / (double)cells, freedom = (double)cells - 1;
    for (size_t k = 0; k < cells; k++)
        square += (counts[k] - mean) * (counts[k] - mean) / mean;
    return (square - freedom) / sqrt(2 * freedom);
}

#define SPREAD(counts) CU_ASSERT(fabs(oddity(counts, COUNT(counts))) < 4)

/* Each byte of numbers; pairs of numbers that follow each other; first numbers of iterations. */
static void test_bits(void)
{
    static unsigned bytes[8][256], pairs[64 * 64], firsts[1024];
    ppar_random_set(1, 0);
    unsigned long long last = ppar_random_u64();
    for (int k = 0; k < 1 << 20; k++) {
        unsigned long long number = ppar_random_u64();
        for (int byte = 0; byte < 8; byte++)
            bytes[byte][number >> 8 * byte & 255]++;
        pairs[(last >> 58) << 6 | number >> 58]++;
        last = number;
    }
    for (int byte = 0; byte < 8; byte++)
        SPREAD(bytes[byte]);
    SPREAD(pairs);
    for (unsigned k = 0; k < 1 << 18; k++) {
        ppar_random_set(2, k);
        firsts[ppar_random_u64() >> 54]++;
    }
    SPREAD(firsts);
}

static void test_reals(void)
{
    static unsigned cells[1000];
    double sum = 0;
    ppar_random_set(3, 0);
    for (int k = 0; k < 1 << 20; k++) {
        double x = ppar_random();
        CU_ASSERT_FATAL(x >= 0 && x < 1);
        cells[(int)(1000 * x)]++;
        sum += x;
    }
    SPREAD(cells);
    CU_ASSERT(fabs(sum / (1 << 20) - 0.5) < 4 * sqrt(1. / 12) / 1024);
}

static void test_below(void)
{
    static unsigned dice[6], halves[3];
    ppar_random_set(4, 0);
    CU_ASSERT_EQUAL(ppar_random_below(0), 0);
    CU_ASSERT_EQUAL(ppar_random_below(1), 0);
    for (int k = 0; k < 600000; k++)
        dice[ppar_random_below(6)]++;
    SPREAD(dice);
    /* Without leaving any out, the last third would come half as often as the others. */
    for (int k = 0; k < 300000; k++)
        halves[ppar_random_below(3ull << 62) >> 62]++;
    SPREAD(halves);
}

/* The share of a standard normal distribution below X. */
static double share(double x)
{
    return 0.5 * erfc(-x / sqrt(2));
}

static void test_normal(void)
{
    static unsigned cells[100];
    double sum = 0, squares = 0, products = 0, last = 0;
    const int n = 1 << 20;
    ppar_random_set(5, 0);
    for (int k = 0; k < n; k++) {
        double x = ppar_random_normal();
        int cell = (int)(100 * share(x));
        cells[cell < 100 ? cell : 99]++;
        sum += x;
        squares += x * x;
        products += x * last;
        last = x;
    }
    SPREAD(cells);
    CU_ASSERT(fabs(sum / n) < 4 / sqrt(n));
    CU_ASSERT(fabs(squares / n - 1) < 4 * sqrt(2. / n));
    CU_ASSERT(fabs(products / n) < 4 / sqrt(n));
}

int main(void)
{
    CU_TestInfo tests[] = {
        {"published answers", test_published},
        {"the order of numbers", test_order},
        {"outside of loops", test_outside},
        {"streams of loops", test_streams},
        {"bits", test_bits},
        {"real numbers", test_reals},
        {"whole numbers below a bound", test_below},
        {"normal numbers", test_normal},
        CU_TEST_INFO_NULL,
    };
    CU_SuiteInfo suites[] = {
        {"random numbers", NULL, NULL, NULL, NULL, tests},
        CU_SUITE_INFO_NULL,
    };
    if (CU_initialize_registry() != CUE_SUCCESS || CU_register_suites(suites) != CUE_SUCCESS)
        return 2;
    CU_basic_set_mode(CU_BRM_SILENT);
    CU_basic_run_tests();
    return CU_get_number_of_failures() != 0;
}
