/*
 * A question that would take the integer library minutes ends when the time is up, with an error,
 * and another one can be asked afterwards.
 */
#include "deadline.h"

#include <CUnit/Basic.h>
#include <isl/ctx.h>
#include <isl/options.h>
#include <isl/set.h>
#include <time.h>

/* A question that is called off leaves a block of the integer library's own behind at times. */
const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:isl_malloc_or_die\n";
}

static const char *const question =
    "[n, m, k, l] -> { [] : exists a, b, c, d, e, f, g, h, i, j : 0 <= a < n and 0 <= b < m and "
    "3a + 5b = 7c + k mod 11 and (a + 2b) mod 13 = (3c + d) mod 17 and "
    "(5e + 7a) mod 19 = (d + 2f) mod 23 and (g + 3h) mod 29 = (a + 5i) mod 31 and "
    "(j + b) mod 37 = (7c + e) mod 41 and (f + g) mod 43 = (h + i) mod 47 and "
    "(a + l) mod 53 = (b + e) mod 59 and 0 <= c, d, e, f, g, h, i, j <= n + m }";

static isl_ctx *new_library(void)
{
    isl_ctx *isl = isl_ctx_alloc();
    isl_options_set_on_error(isl, ISL_ON_ERROR_CONTINUE);
    return isl;
}

/* Whether the complement of the set TEXT is empty. */
static isl_bool ask(isl_ctx *isl, const char *text)
{
    isl_set *set = isl_set_complement(isl_set_read_from_str(isl, text));
    isl_bool empty = isl_set_is_empty(set);
    isl_set_free(set);
    return empty;
}

static void test_long_question(void)
{
    isl_ctx *isl = new_library();
    clock_t start = clock();
    deadline_start(0.3, "the question does not come to an end");
    deadline_watch(isl);
    CU_ASSERT(!deadline_has_passed());
    CU_ASSERT_EQUAL(ask(isl, question), isl_bool_error);
    CU_ASSERT(deadline_has_passed());
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    CU_ASSERT(seconds > 0.2 && seconds < DEADLINE_GRACE);
    deadline_watch(NULL);
    deadline_stop();
    isl_ctx_free(isl);
}

static void test_next_question(void)
{
    isl_ctx *isl = new_library();
    deadline_start(20, "the question does not come to an end");
    deadline_watch(isl);
    CU_ASSERT_EQUAL(ask(isl, "{ [i] : i >= 0 }"), isl_bool_false);
    CU_ASSERT_EQUAL(ask(isl, "{ [i] }"), isl_bool_true);
    CU_ASSERT(!deadline_has_passed());
    deadline_watch(NULL);
    deadline_stop();
    isl_ctx_free(isl);
}

int main(void)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return CU_get_error();
    CU_pSuite suite = CU_add_suite("deadline", NULL, NULL);
    CU_ADD_TEST(suite, test_long_question);
    CU_ADD_TEST(suite, test_next_question);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
