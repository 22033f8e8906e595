/* What files of the kernel say of memory. */
#include "quota.h"

#include <CUnit/Basic.h>

static void test_meminfo(void)
{
    static const struct {
        const char *text;
        uint64_t bytes;
    } cases[] = {
        {"MemTotal:  100 kB\nMemFree:  1 kB\nMemAvailable:     42 kB\nBuffers: 9 kB\n", 42 * 1024},
        {"MemAvailable: 0 kB\n", 0},
        {"MemTotal: 100 kB\n", UINT64_MAX},
        {"MemAvailable: many\n", UINT64_MAX},
        {"", UINT64_MAX},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++)
        CU_ASSERT_EQUAL(quota_parse_meminfo(cases[k].text), cases[k].bytes);
}

static void test_group(void)
{
    static const struct {
        const char *max, *current;
        uint64_t bytes;
    } cases[] = {
        {"1000\n", "400\n", 600},       {"1000\n", "1000\n", 0}, {"1000\n", "1001\n", 0},
        {"max\n", "400\n", UINT64_MAX}, {"", "", UINT64_MAX},    {"5\n", "", UINT64_MAX},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++)
        CU_ASSERT_EQUAL(quota_parse_group(cases[k].max, cases[k].current), cases[k].bytes);
}

static void test_memory(void)
{
    CU_ASSERT(quota_memory() > 0);
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("quota", NULL, NULL);
    CU_add_test(suite, "meminfo", test_meminfo);
    CU_add_test(suite, "group", test_group);
    CU_add_test(suite, "memory", test_memory);
    CU_basic_run_tests();
    return CU_get_number_of_failures() != 0;
}
