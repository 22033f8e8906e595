/* Who begins a turn: its worker, or the parent without it; never both, and nothing that is over. */
#include "member.h"

#include <CUnit/Basic.h>

static void test_once(void)
{
    struct seat seat = {.begun = 0};
    CU_ASSERT_TRUE(member_begin(&seat, 1));
    CU_ASSERT_FALSE(member_begin(&seat, 1));
    CU_ASSERT_TRUE(member_begin(&seat, 2));
}

/* The parent has ended turns without the worker, which has read the number of one of them before.
 */
static void test_late(void)
{
    struct seat seat = {.begun = 0};
    CU_ASSERT_TRUE(member_begin(&seat, 7));
    CU_ASSERT_TRUE(member_begin(&seat, 8));
    CU_ASSERT_FALSE(member_begin(&seat, 7));
    CU_ASSERT_FALSE(member_begin(&seat, 6));
    CU_ASSERT_TRUE(member_begin(&seat, 9));
}

/* The numbers start again from 0 sometime. */
static void test_round(void)
{
    struct seat seat = {.begun = UINT32_MAX};
    CU_ASSERT_TRUE(member_begin(&seat, 0));
    CU_ASSERT_FALSE(member_begin(&seat, UINT32_MAX));
    CU_ASSERT_TRUE(member_begin(&seat, 1));
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("member", NULL, NULL);
    CU_add_test(suite, "once", test_once);
    CU_add_test(suite, "late", test_late);
    CU_add_test(suite, "round", test_round);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
