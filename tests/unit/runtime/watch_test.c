/* Durations as a histogram, and its median. */
#include "share.h"
#include "watch.h"

#include <CUnit/Basic.h>
#include <math.h>
#include <string.h>

static _Atomic uint32_t counts[DURATIONS];

static void test_steps(void)
{
    unsigned before = watch_step(0);
    for (uint64_t value = 1; value < UINT64_MAX / 3; value += value / 16 + 1) {
        unsigned step = watch_step(value);
        CU_ASSERT(step >= before && step < DURATIONS);
        before = step;
    }
    CU_ASSERT(watch_step(UINT64_MAX) < DURATIONS);
}

/* Of any duration alone the median is that duration, but for the width of a step. */
static void test_one(void)
{
    for (uint64_t value = 8; value < UINT64_MAX / 3; value += value / 3) {
        memset(counts, 0, sizeof counts);
        counts[watch_step(value)] = 1;
        CU_ASSERT(fabs(watch_median(counts, 1) / (double)value - 1) <= 1.0 / 15);
        CU_ASSERT_EQUAL(watch_median(counts, 2), 0);
    }
}

static void test_many(void)
{
    static const struct {
        unsigned fast, slow; /* so many of 1000 and of 1000000 */
        double median;
    } cases[] = {
        {1, 0, 1000}, {0, 1, 1000000}, {3, 2, 1000}, {2, 3, 1000000}, {1000, 999, 1000},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        memset(counts, 0, sizeof counts);
        counts[watch_step(1000)] = cases[k].fast;
        counts[watch_step(1000000)] = cases[k].slow;
        CU_ASSERT(fabs(watch_median(counts, 1) / cases[k].median - 1) <= 1.0 / 15);
    }
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("watch", NULL, NULL);
    CU_add_test(suite, "steps", test_steps);
    CU_add_test(suite, "one", test_one);
    CU_add_test(suite, "many", test_many);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}
