/* A million iterations of next to nothing, one at a time: all alike, or -DUNEQUAL. */
#include "bench.h"

enum { COUNT = 1000000 };

static unsigned result[COUNT];

static unsigned compute(unsigned i)
{
#ifdef UNEQUAL /* a round for each 1 at the end of the number: one, on average */
    unsigned sum = 0;
    for (; i % 2 != 0; i /= 2)
        sum += i * 2654435761u >> 7;
    return sum;
#else
    return i * 2654435761u >> 7;
#endif
}

#ifdef BY_HAND
static void block(long first, long last)
{
    for (long i = first; i < last; i++)
        result[i] = compute((unsigned)i);
}
#endif

int main(void)
{
    double start = now();
#ifdef BY_HAND
    by_hand(COUNT, result, sizeof *result, block);
#else
#pragma omp parallel for schedule(dynamic, 1)
#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < COUNT; i++)
        result[i] = compute((unsigned)i);
#endif
    report(now() - start);
    print_checksum(result, sizeof result);
    return 0;
}
