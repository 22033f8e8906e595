/*
 * The number of iterations of a for statement, and of several that make one iteration space.
 *
 * The counter moves by `step` towards the bound, n times. The generated code has compared in C's
 * own types; what is left is arithmetic on 64-bit magnitudes:
 *
 *     <  >     n = distance / step, rounded up
 *     <= >=    n = distance / step + 1
 *     !=       n = distance / step, which must come out even
 *
 * The counter itself ends up n steps from its start, one step past the last iteration. If that is
 * more than `room`, it wraps round (or overflows) before it has reached the bound, and the serial
 * loop would never end; so would one that steps away from its bound or not at all. A counter that C
 * lets wrap round may come to its bound yet: then the loop is run as the user wrote it.
 */
#include "api.h"
#include "failure.h"
#include "message.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>

static _Noreturn void never_ends(const struct ppar_loop *loop)
{
    char place[256];
    message("%s: the loop on '%s' never ends", failure_place(loop, place, sizeof place),
            loop->counter != NULL ? loop->counter : "its counter");
    exit(EXIT_FAILURE);
}

PPAR_API void ppar_collapse(struct ppar_loop *loop, const char *counter, long long start,
                            long long step, unsigned long long trips)
{
    char place[256];
    failure_place(loop, place, sizeof place);
    if (loop->inside == PPAR_INSIDE || __builtin_mul_overflow(loop->trips, trips, &loop->trips)) {
        message("%s: the loops on '%s' to '%s' have too many iterations together", place,
                loop->counter != NULL ? loop->counter : "its counter", counter);
        exit(EXIT_FAILURE);
    }
    loop->level[loop->inside++] = (struct ppar_level){counter, start, step, trips};
}

/* False: the counter goes round before it has met its bound, or does not move towards it. */
static bool count_trips(unsigned long long distance, long long step, enum ppar_bound bound,
                        unsigned long long room, unsigned long long *trips)
{
    if (step <= 0)
        return false;
    unsigned long long stride = (unsigned long long)step, whole = distance / stride;
    if (bound == PPAR_UNEQUAL && distance % stride != 0)
        return false;
    if (bound == PPAR_INCLUSIVE && whole == ULLONG_MAX)
        return false;
    *trips = whole;
    if (bound == PPAR_INCLUSIVE || (bound == PPAR_EXCLUSIVE && distance % stride != 0))
        ++*trips;
    return *trips <= room / stride;
}

PPAR_API unsigned long long ppar_trips(const struct ppar_loop *loop, int holds,
                                       unsigned long long distance, long long step,
                                       enum ppar_bound bound, unsigned long long room)
{
    unsigned long long trips = 0;
    if (holds && !count_trips(distance, step, bound, room, &trips))
        never_ends(loop);
    return trips;
}

PPAR_API unsigned long long ppar_trips_or_round(struct ppar_loop *loop, int holds,
                                                unsigned long long distance, long long step,
                                                enum ppar_bound bound, unsigned long long room)
{
    unsigned long long trips = 0;
    if (!holds || count_trips(distance, step, bound, room, &trips))
        return trips;
    loop->goes_round = 1;
    return 1;
}

PPAR_API void ppar_settle(struct ppar_loop *loop)
{
    if (!loop->goes_round)
        return;
    loop->trips = loop->outer_trips = 1;
    for (int k = 0; k < loop->inside; k++)
        loop->level[k].trips = 1;
}
