/* Every schedule hands out every iteration once and in ascending order, also at the end of the
 * type's range. */
#include "api.h"
#include "schedule.h"

#include <CUnit/Basic.h>

static const uint64_t counts[] = {1, 2, 3, 7, 64, 1000, 65537};
static const uint64_t chunks[] = {0, 1, 5, 1000, UINT64_MAX};
static const uint64_t fits[] = {0, 1, 7, 100000, UINT64_MAX};
static const unsigned workers[] = {1, 2, 3, 7, 64};

#define EACH(index, table) for (size_t index = 0; index < sizeof table / sizeof *table; index++)

/* All workers claim in turn. */
static void drain_shared(const struct schedule *schedule, uint64_t fit)
{
    _Atomic uint64_t next = 0;
    uint64_t seen = 0, least = schedule->chunk != 0 ? schedule->chunk : 1;
    for (;;) {
        struct range range = schedule_propose(schedule, &next, schedule->trips, fit);
        if (range.first == range.last)
            break;
        CU_ASSERT_TRUE(schedule_claim(&next, range));
        CU_ASSERT_FALSE(schedule_claim(&next, range));
        CU_ASSERT_EQUAL(range.first, seen);
        CU_ASSERT(range.last > range.first && range.last <= schedule->trips);
        CU_ASSERT(range.last - range.first <= schedule->most);
        CU_ASSERT(range.last == schedule->trips || range.last - range.first >= least ||
                  range.last - range.first == schedule->most);
        seen = range.last;
    }
    CU_ASSERT_EQUAL(seen, schedule->trips);
}

static void drain_static(const struct schedule *schedule)
{
    static char done[65537];
    uint64_t sum = 0;
    for (uint64_t k = 0; k < schedule->trips; k++)
        done[k] = 0;
    for (unsigned worker = 0; worker < schedule->workers; worker++) {
        struct lane lane = {0, 0};
        uint64_t seen = 0;
        for (;;) {
            struct range range = schedule_static(schedule, worker, &lane);
            if (range.first == range.last)
                break;
            CU_ASSERT(range.first >= seen && range.last <= schedule->trips);
            CU_ASSERT(range.first >= schedule->first);
            CU_ASSERT(range.last - range.first <= schedule->most);
            for (uint64_t k = range.first; k < range.last; k++)
                CU_ASSERT_FALSE(done[k]++);
            seen = range.last;
            sum += range.last - range.first;
        }
    }
    CU_ASSERT_EQUAL(sum, schedule->trips - schedule->first);
}

static void drain_all(uint64_t most)
{
    for (int kind = PPAR_AUTO; kind <= PPAR_GUIDED; kind++)
        EACH(n, counts) EACH(c, chunks) EACH(w, workers)
        {
            struct schedule schedule = {.kind = kind,
                                        .chunk = chunks[c],
                                        .trips = counts[n],
                                        .most = most,
                                        .workers = workers[w]};
            struct schedule rest = schedule;
            rest.first = counts[n] / 3;
            if (kind == PPAR_STATIC)
                drain_static(&rest);
            if (kind == PPAR_STATIC)
                drain_static(&schedule);
            else
                EACH(f, fits) drain_shared(&schedule, fits[f]);
        }
}

static void test_complete(void)
{
    drain_all(UINT64_MAX);
}

static void test_most(void)
{
    drain_all(1);
    drain_all(100);
}

/* Nothing is claimed from the limit on; a chunk that has begun before it is whole. */
static void test_limit(void)
{
    struct schedule schedule = {
        .kind = PPAR_DYNAMIC, .chunk = 4, .trips = 100, .most = UINT64_MAX, .workers = 2};
    _Atomic uint64_t next = 8;
    CU_ASSERT_EQUAL(schedule_propose(&schedule, &next, 9, 0).last, 12);
    CU_ASSERT_EQUAL(schedule_propose(&schedule, &next, 8, 0).last, 8);
}

/* The last chunk of the largest loop does not run over the end of the type. */
static void test_largest(void)
{
    for (int kind = PPAR_AUTO; kind <= PPAR_GUIDED; kind++) {
        struct schedule schedule = {
            .kind = kind, .chunk = 1000, .trips = UINT64_MAX, .most = UINT64_MAX, .workers = 3};
        _Atomic uint64_t next = UINT64_MAX - 10;
        if (kind == PPAR_STATIC)
            continue;
        struct range range = schedule_propose(&schedule, &next, UINT64_MAX, 0);
        CU_ASSERT_EQUAL(range.last, UINT64_MAX);
    }
    struct schedule blocks = {
        .kind = PPAR_STATIC, .trips = UINT64_MAX, .most = UINT64_MAX, .workers = 3};
    struct lane lane = {0, 0};
    CU_ASSERT_EQUAL(schedule_static(&blocks, 2, &lane).last, UINT64_MAX);
    struct range end = schedule_static(&blocks, 2, &lane);
    CU_ASSERT_EQUAL(end.first, end.last);
}

/* auto starts with a quarter of a fair share and ends with single iterations. */
static void test_auto_shrinks(void)
{
    struct schedule schedule = {.kind = PPAR_AUTO, .trips = 1000, .most = UINT64_MAX, .workers = 5};
    CU_ASSERT_EQUAL(schedule_size(&schedule, 1000, 0), 50);
    CU_ASSERT_EQUAL(schedule_size(&schedule, 39, 0), 1);
    uint64_t before = UINT64_MAX;
    for (uint64_t left = 1000; left > 0; left -= before) {
        CU_ASSERT(schedule_size(&schedule, left, 0) <= before);
        before = schedule_size(&schedule, left, 0);
    }
}

/* Where the loop may end early, as many are claimed as are known to be short work, whole chunks,
 * too, and no more than a quarter of a fair share. */
static void test_early_end(void)
{
    struct schedule schedule = {
        .kind = PPAR_AUTO, .trips = 1000, .most = UINT64_MAX, .workers = 2, .may_stop = 1};
    for (schedule.whole = 0; schedule.whole < 2; schedule.whole++) {
        CU_ASSERT_EQUAL(schedule_size(&schedule, 1000, 0), 1);
        CU_ASSERT_EQUAL(schedule_size(&schedule, 1000, 32), 32);
        CU_ASSERT_EQUAL(schedule_size(&schedule, 1000, UINT64_MAX), 125);
        CU_ASSERT_EQUAL(schedule_size(&schedule, 1, UINT64_MAX), 1);
    }
}

/* Short iterations are claimed many at a time, in whole chunks, but no more than half of a worker's
 * fair share; long ones one chunk at a time. */
static void test_dynamic_fits(void)
{
    struct schedule schedule = {
        .kind = PPAR_DYNAMIC, .chunk = 3, .trips = 1000, .most = UINT64_MAX, .workers = 2};
    CU_ASSERT_EQUAL(schedule_size(&schedule, 1000, 0), 3);
    CU_ASSERT_EQUAL(schedule_size(&schedule, 1000, 2), 3);
    CU_ASSERT_EQUAL(schedule_size(&schedule, 1000, 32), 30);
    CU_ASSERT_EQUAL(schedule_size(&schedule, 1000, UINT64_MAX), 123);
    CU_ASSERT_EQUAL(schedule_size(&schedule, 7, UINT64_MAX), 3);
    schedule.whole = 1;
    CU_ASSERT_EQUAL(schedule_size(&schedule, 1000, UINT64_MAX), 3);
}

/* A piece is never more than there is, nor more than a record may hold; dynamic's are what the user
 * wants, unless all iterations do the same work; the others' become smaller at the end. */
static void test_pieces(void)
{
    for (int kind = PPAR_AUTO; kind <= PPAR_GUIDED; kind++)
        EACH(n, counts) EACH(c, chunks) EACH(f, fits)
        {
            struct schedule schedule = {
                .kind = kind, .chunk = chunks[c], .trips = counts[n], .most = 100, .workers = 2};
            uint64_t size = schedule_piece(&schedule, counts[n], fits[f]);
            CU_ASSERT(size >= 1 && size <= counts[n] && size <= schedule.most);
        }
    struct schedule dynamic = {
        .kind = PPAR_DYNAMIC, .chunk = 5, .trips = 1000, .most = UINT64_MAX, .workers = 2};
    struct schedule automatic = {
        .kind = PPAR_AUTO, .trips = 1000, .most = UINT64_MAX, .workers = 2};
    CU_ASSERT_EQUAL(schedule_piece(&dynamic, 1000, UINT64_MAX), 5);
    CU_ASSERT_EQUAL(schedule_piece(&dynamic, 4, 0), 4);
    dynamic.grain = 8;
    CU_ASSERT_EQUAL(schedule_piece(&dynamic, 1000, 50), 50);
    CU_ASSERT_EQUAL(schedule_piece(&dynamic, 1000, 0), 8);
    CU_ASSERT_EQUAL(schedule_piece(&dynamic, 4, 50), 4);
    dynamic.chunk = 20;
    CU_ASSERT_EQUAL(schedule_piece(&dynamic, 1000, 0), 20);
    CU_ASSERT_EQUAL(schedule_piece(&automatic, 1000, 50), 50);
    CU_ASSERT_EQUAL(schedule_piece(&automatic, 80, 50), 10);
    CU_ASSERT_EQUAL(schedule_piece(&automatic, 8, 50), 1);
    automatic.grain = 8;
    CU_ASSERT_EQUAL(schedule_piece(&automatic, 80, 0), 8);
    CU_ASSERT_EQUAL(schedule_piece(&automatic, 3, 0), 3);
    CU_ASSERT_EQUAL(schedule_size(&automatic, 40, 0), 8);
    CU_ASSERT_EQUAL(schedule_size(&automatic, 10, 0), 2); /* few are shared out in small parts */
    CU_ASSERT_EQUAL(schedule_size(&automatic, 3, 0), 1);
    automatic.whole = 1;
    CU_ASSERT_EQUAL(schedule_piece(&automatic, 1000, 50), 1000);
}

int main(void)
{
    CU_initialize_registry();
    CU_pSuite suite = CU_add_suite("schedule", NULL, NULL);
    CU_add_test(suite, "complete", test_complete);
    CU_add_test(suite, "at most", test_most);
    CU_add_test(suite, "dynamic fits", test_dynamic_fits);
    CU_add_test(suite, "pieces", test_pieces);
    CU_add_test(suite, "limit", test_limit);
    CU_add_test(suite, "largest", test_largest);
    CU_add_test(suite, "auto shrinks", test_auto_shrinks);
    CU_add_test(suite, "early end", test_early_end);
    CU_basic_run_tests();
    int failed = CU_get_number_of_failures() != 0;
    CU_cleanup_registry();
    return failed;
}
