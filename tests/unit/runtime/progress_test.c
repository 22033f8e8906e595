/* The line that shows how far a loop is, and the rate that the time left is computed from. */
#include "api.h"
#include "progress.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

#define SECOND 1000000000LL

static const struct ppar_loop loop = {.file = "sweep.c", .line = 12, .trips = 1000};
static const struct ppar_loop named = {
    .file = "sweep.c", .line = 12, .label = "rows", .trips = 1000};
static const struct ppar_loop single = {.file = "sweep.c", .line = 12, .trips = 1};

static void test_lines(void)
{
    static const struct {
        const struct ppar_loop *loop;
        const char *label;
        uint64_t done;
        int64_t now;
        double rate; /* iterations a second */
        int columns;
        const char *line;
    } cases[] = {
        {&loop, "", 420, 3 * SECOND, 130, 60,
         "sweep.c:12:  42%|###      | 420/1000 [00:03<00:04, 130it/s]"},
        {&loop, NULL, 0, SECOND, 0, 60,
         "sweep.c:12:   0%|                 | 0/1000 [00:01<?, ?it/s]"},
        {&loop, "fit", 500, 3661 * SECOND, 0.1, 0, "fit: 50% 500/1000 [1:01:01<1:23:20, 10s/it]"},
        {&named, "", 1000, 8 * SECOND, 300, 0, "rows: 100% 1000/1000 [00:08<00:00, 125it/s]"},
        {&named, "fit", 10, SECOND, 10, 45, "fit: 1% 10/1000 [00:01<01:39, 10it/s]"},
        {&loop, "", 10, SECOND, 10, 30, "1% 10/1000 [00:01<01:39, 10it"},
        {&loop, "", 10, SECOND, 10, 2, "1"},
        {&single, "", 1, SECOND / 2, 0, 0, "sweep.c:12: 100% 1/1 [00:00<00:00, 2.0it/s]"},
        {&loop, "", 2000, SECOND, 10, 0, "sweep.c:12: 100% 1000/1000 [00:01<00:00, 1000it/s]"},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        char line[512];
        const struct progress progress = {.loop = cases[k].loop,
                                          .label = cases[k].label,
                                          .known = cases[k].now,
                                          .rate = cases[k].rate / 1e9};
        progress_line(&progress, cases[k].done, cases[k].now, cases[k].columns, line, sizeof line);
        CU_ASSERT_STRING_EQUAL(line, cases[k].line);
        if (strcmp(line, cases[k].line) != 0)
            fprintf(stderr, "case %zu: \"%s\"\n", k, line);
        if (cases[k].columns > 0)
            CU_ASSERT(strlen(line) < (size_t)cases[k].columns + 1);
    }
}

/* Nanoseconds that are left, by the rate. */
static double left(const struct progress *progress)
{
    return (double)(loop.trips - progress->done) / progress->rate;
}

static void test_even_iterations(void)
{
    struct progress progress = {.loop = &loop};
    for (uint64_t k = 1; k <= 400; k++)
        progress_measure(&progress, k, (int64_t)k * SECOND / 100);
    CU_ASSERT_DOUBLE_EQUAL(left(&progress) / 1e9, 6.0, 0.1);
}

/* Iteration k takes k milliseconds: after a half of them a quarter of the time has passed, so three
 * quarters are left, 375 s. The mean of all says 125 s. */
static void test_longer_and_longer(void)
{
    struct progress progress = {.loop = &loop};
    int64_t now = 0;
    for (int64_t k = 1; k <= 500; k++) {
        now += k * SECOND / 1000;
        progress_measure(&progress, (uint64_t)k, now);
    }
    CU_ASSERT(left(&progress) / 1e9 > 200 && left(&progress) / 1e9 < 375);
}

/* Every tenth takes ten times as long. Whenever it is looked at, the guess is near. */
static void test_unequal(void)
{
    struct progress progress = {.loop = &loop};
    int64_t now = 0;
    for (int64_t k = 1; k <= 900; k++) {
        now += (k % 10 == 0 ? 10 : 1) * SECOND / 10;
        progress_measure(&progress, (uint64_t)k, now);
        double truth = (double)(1000 - k) * 0.19;
        if (k > 100)
            CU_ASSERT_DOUBLE_EQUAL(left(&progress) / 1e9, truth, 0.25 * truth);
    }
}

/* While nothing comes, the rate stays as it is. */
static void test_nothing_comes(void)
{
    struct progress progress = {.loop = &loop};
    progress_measure(&progress, 10, SECOND);
    double rate = progress.rate;
    progress_measure(&progress, 10, 100 * SECOND);
    CU_ASSERT_EQUAL(progress.rate, rate);
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("progress", NULL, NULL);
    CU_add_test(suite, "lines", test_lines);
    CU_add_test(suite, "even iterations", test_even_iterations);
    CU_add_test(suite, "longer and longer", test_longer_and_longer);
    CU_add_test(suite, "unequal", test_unequal);
    CU_add_test(suite, "nothing comes", test_nothing_comes);
    CU_basic_run_tests();
    unsigned failures = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failures != 0;
}
