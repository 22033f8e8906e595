/* What is done and what is not, and the borders between. */
#include "gaps.h"

#include <CUnit/Basic.h>

static struct range done[] = {{0, 3}, {5, 6}, {90, 100}};
static const struct gaps gaps = {done, 3};
static const struct gaps none;

static void test_borders(void)
{
    static const struct {
        uint64_t first, end, border;
        int is_done;
    } cases[] = {
        {0, 100, 3, 1},  {1, 2, 2, 1},      {2, 100, 3, 1},  {3, 100, 5, 0},
        {4, 5, 5, 0},    {5, 100, 6, 1},    {6, 100, 90, 0}, {6, 50, 50, 0},
        {89, 95, 90, 0}, {90, 100, 100, 1}, {95, 98, 98, 1}, {100, 200, 200, 0},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        CU_ASSERT_EQUAL(gaps_border(&gaps, cases[k].first, cases[k].end), cases[k].border);
        CU_ASSERT_EQUAL(gaps_are_done(&gaps, cases[k].first), cases[k].is_done);
    }
    CU_ASSERT_EQUAL(gaps_border(&none, 5, 10), 10);
    CU_ASSERT_EQUAL(gaps_are_done(&none, 5), 0);
    CU_ASSERT_EQUAL(gaps_total(&gaps), 14);
    CU_ASSERT_EQUAL(gaps_total(&none), 0);
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return CU_get_error();
    CU_pSuite suite = CU_add_suite("gaps", NULL, NULL);
    CU_add_test(suite, "borders", test_borders);
    CU_basic_set_mode(CU_BRM_NORMAL);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}
