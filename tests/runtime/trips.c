/* ppar_trips against counting, in 8-bit arithmetic, for every start, bound and step; and the ends
 * of the 64-bit range. */
#include "check.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const bounds[] = {"<", "<=", "!="};

static int holds(enum ppar_bound bound, int a, int b)
{
    return bound == PPAR_EXCLUSIVE ? a < b : bound == PPAR_INCLUSIVE ? a <= b : a != b;
}

/* Iterations of for (a = from; a OP to; a += step), or -1 if a leaves 0 .. 255 first. */
static int count(enum ppar_bound bound, int from, int to, int step)
{
    int trips = 0;
    for (int a = from; holds(bound, a, to); a += step, trips++) {
        if (a + step > 255)
            return -1;
    }
    return trips;
}

/* WANTED: -1 if the counter goes round. */
static void check_round(int body_runs, int distance, int step, enum ppar_bound bound, int room,
                        int wanted)
{
    struct ppar_loop loop = LOOP(0);
    unsigned long long trips =
        ppar_trips_or_round(&loop, body_runs, (unsigned)distance, step, bound, (unsigned)room);
    check(ppar_goes_round(&loop) == (wanted < 0), "%d by %d %s room %d: goes round: %d", distance,
          step, bounds[bound], room, ppar_goes_round(&loop));
    check(trips == (wanted < 0 ? 1 : (unsigned)wanted), "%d by %d %s room %d: %llu, wanted %d",
          distance, step, bounds[bound], room, trips, wanted);
}

static void check_all_bytes(void)
{
    static const int steps[] = {1, 2, 3, 7, 100, 255};
    struct ppar_loop loop = LOOP(0);
    for (int bound = PPAR_EXCLUSIVE; bound <= PPAR_UNEQUAL; bound++)
        for (int from = 0; from < 256; from++)
            for (int to = from; to < 256; to++)
                for (size_t k = 0; k < sizeof steps / sizeof *steps; k++) {
                    int wanted = count(bound, from, to, steps[k]);
                    check_round(holds(bound, from, to), to - from, steps[k], bound, 255 - from,
                                wanted);
                    if (wanted < 0)
                        continue;
                    unsigned long long trips =
                        ppar_trips(&loop, holds(bound, from, to), (unsigned)(to - from), steps[k],
                                   bound, (unsigned)(255 - from));
                    check(trips == (unsigned)wanted, "%d %s %d step %d: %llu, wanted %d", from,
                          bounds[bound], to, steps[k], trips, wanted);
                }
}

static struct {
    unsigned long long distance;
    long long step;
    enum ppar_bound bound;
    unsigned long long room;
} endless;

static void run_endless(void)
{
    struct ppar_loop loop = LOOP(0);
    printf("%llu\n",
           ppar_trips(&loop, 1, endless.distance, endless.step, endless.bound, endless.room));
}

static void check_endless(unsigned long long distance, long long step, enum ppar_bound bound,
                          unsigned long long room)
{
    endless.distance = distance;
    endless.step = step;
    endless.bound = bound;
    endless.room = room;
    struct outcome *outcome = run(run_endless, "");
    struct ppar_loop loop = LOOP(0);
    check(ppar_trips_or_round(&loop, 1, distance, step, bound, room) == 1 && ppar_goes_round(&loop),
          "%llu by %lld %s room %llu does not go round", distance, step, bounds[bound], room);
    check(outcome->status == 1 << 8, "%llu by %lld %s room %llu: status %#x, \"%s\"", distance,
          step, bounds[bound], room, (unsigned)outcome->status, outcome->out);
}

/* ---- counters that go round ------------------------------------------------------------------ */

static void check_settled(void)
{
    struct ppar_loop loop = LOOP(0);
    ppar_range(&loop, 0, 5, ppar_trips_or_round(&loop, 1, 20, 5, PPAR_EXCLUSIVE, 255));
    ppar_settle(&loop);
    check(ppar_total(&loop) == 4 && !ppar_is_serial(&loop), "nothing to settle: %llu",
          ppar_total(&loop));
    ppar_collapse(&loop, "j", 0, 7, ppar_trips_or_round(&loop, 1, 255, 7, PPAR_EXCLUSIVE, 255));
    ppar_collapse(&loop, "k", 0, 1, 0);
    check(ppar_total(&loop) == 0, "no iteration of the innermost loop");
    ppar_settle(&loop);
    check(ppar_total(&loop) == 1 && ppar_is_serial(&loop), "settled: %llu", ppar_total(&loop));
    for (int level = 0; level < 3; level++)
        check(ppar_level_trips(&loop, level) == 1 && ppar_index(&loop, level, 0) == 0,
              "settled: level %d has %llu", level, ppar_level_trips(&loop, level));
}

/* ---- iteration spaces --------------------------------------------------------------------- */

static void check_index(unsigned long long a, unsigned long long b, unsigned long long c)
{
    struct ppar_loop loop = LOOP(0);
    ppar_range(&loop, 0, 1, a);
    ppar_collapse(&loop, "j", 5, -1, b);
    ppar_collapse(&loop, "k", 0, 2, c);
    check(ppar_total(&loop) == a * b * c, "%llu in all", ppar_total(&loop));
    for (unsigned long long k = 0; k < a * b * c; k++)
        check(ppar_index(&loop, 0, k) == k / c / b && ppar_index(&loop, 1, k) == k / c % b &&
                  ppar_index(&loop, 2, k) == k % c,
              "iteration %llu of %llu, %llu and %llu", k, a, b, c);
    check(ppar_level_trips(&loop, 0) == a && ppar_level_trips(&loop, 1) == b &&
              ppar_level_trips(&loop, 2) == c,
          "the loops' own iterations");
    check(ppar_reaches(&loop, 0) == 1 && ppar_reaches(&loop, 1) == (a > 0) &&
              ppar_reaches(&loop, 2) == (a > 0 && b > 0),
          "which loops are come to: %llu, %llu, %llu", a, b, c);
}

static void run_too_many(void)
{
    struct ppar_loop loop = LOOP(0);
    ppar_range(&loop, 0, 1, 1ull << 32);
    ppar_collapse(&loop, "j", 0, 1, (1ull << 32) - 1);
    printf("%llu\n", ppar_total(&loop));
    fflush(stdout);
    ppar_collapse(&loop, "k", 0, 1, 2);
}

static void check_spaces(void)
{
    check_index(3, 4, 5);
    check_index(1, 1, 1);
    check_index(7, 1, 2);
    check_index(0, 4, 5);
    check_index(3, 0, 5);
    check_index(3, 4, 0);
    struct outcome *outcome = run(run_too_many, "");
    check(outcome->status == 1 << 8, "too many iterations: status %#x", (unsigned)outcome->status);
    check_text("stdout", outcome->out, "18446744069414584320\n");
    check(strstr(outcome->err, "'i' to 'k' have too many iterations") != NULL, "stderr: %s",
          outcome->err);
}

int main(void)
{
    struct ppar_loop loop = LOOP(0);
    check_all_bytes();
    check_settled();
    check_spaces();
    check(ppar_trips(&loop, 0, 77, 0, PPAR_EXCLUSIVE, 0) == 0, "the condition does not hold");
    check(ppar_trips(&loop, 1, ULLONG_MAX, 1, PPAR_EXCLUSIVE, ULLONG_MAX) == ULLONG_MAX,
          "the whole range");
    check(ppar_trips(&loop, 1, ULLONG_MAX - 1, 1, PPAR_INCLUSIVE, ULLONG_MAX) == ULLONG_MAX,
          "the whole range, inclusive");
    check_endless(10, 0, PPAR_EXCLUSIVE, 100);
    check_endless(10, -1, PPAR_EXCLUSIVE, 100);
    check_endless(10, 3, PPAR_UNEQUAL, 100);
    check_endless(255, 1, PPAR_INCLUSIVE, 255);
    check_endless(250, 100, PPAR_EXCLUSIVE, 255);
    check_endless(ULLONG_MAX, 1, PPAR_INCLUSIVE, ULLONG_MAX);
    check_endless(ULLONG_MAX, 2, PPAR_EXCLUSIVE, ULLONG_MAX);
    return check_status();
}
