/* Iterations of very different length: each one longer than the one before, or, with -DRANDOM, from
 * a hundredth to a hundred times as long. */
#include "bench.h"

enum { COUNT = 2000 };

static double result[COUNT];

static long length_of(long i)
{
#ifdef RANDOM
    unsigned mixed = (unsigned)i * 2654435761u;
    mixed ^= mixed >> 15;
    return (mixed % 16 == 0 ? 400000 : 4000) + mixed % 1000;
#else
    return 40 * i;
#endif
}

static double work(long i)
{
    double x = 0.3;
    for (long step = length_of(i); step > 0; step--)
        x = 3.7 * x * (1 - x);
    return x;
}

#ifdef BY_HAND
static void block(long first, long last)
{
    for (long i = first; i < last; i++)
        result[i] = work(i);
}
#endif

int main(void)
{
    double start = now();
#ifdef BY_HAND
    by_hand(COUNT, result, sizeof *result, block);
#else
#pragma omp parallel for schedule(dynamic)
#pragma ppar for
    for (int i = 0; i < COUNT; i++)
        result[i] = work(i);
#endif
    report(now() - start);
    print_checksum(result, sizeof result);
    return 0;
}
