/* ppar_trips against counting, in 8-bit arithmetic, for every start, bound and step; and the ends
 * of the 64-bit range. */
#include "check.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

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

static void check_all_bytes(void)
{
    static const int steps[] = {1, 2, 3, 7, 100, 255};
    struct ppar_loop loop = LOOP(0);
    for (int bound = PPAR_EXCLUSIVE; bound <= PPAR_UNEQUAL; bound++)
        for (int from = 0; from < 256; from++)
            for (int to = from; to < 256; to++)
                for (size_t k = 0; k < sizeof steps / sizeof *steps; k++) {
                    int wanted = count(bound, from, to, steps[k]);
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
    check(outcome->status == 1 << 8, "%llu by %lld %s room %llu: status %#x, \"%s\"", distance,
          step, bounds[bound], room, (unsigned)outcome->status, outcome->out);
}

int main(void)
{
    struct ppar_loop loop = LOOP(0);
    check_all_bytes();
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
