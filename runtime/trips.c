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
 * loop would never end; so would one that steps away from its bound or not at all.
 */
#include "api.h"
#include "failure.h"
#include "message.h"

#include <limits.h>
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

PPAR_API unsigned long long ppar_trips(const struct ppar_loop *loop, int holds,
                                       unsigned long long distance, long long step,
                                       enum ppar_bound bound, unsigned long long room)
{
    if (!holds)
        return 0;
    if (step <= 0)
        never_ends(loop);
    unsigned long long stride = (unsigned long long)step, whole = distance / stride;
    if (bound == PPAR_UNEQUAL && distance % stride != 0)
        never_ends(loop);
    if (bound == PPAR_INCLUSIVE && whole == ULLONG_MAX)
        never_ends(loop);
    unsigned long long trips = whole;
    if (bound == PPAR_INCLUSIVE || (bound == PPAR_EXCLUSIVE && distance % stride != 0))
        trips++;
    if (trips > room / stride)
        never_ends(loop);
    return trips;
}
