/* A hundred thousand short iterations, and ten long ones side by side among them. */
#include "bench.h"

enum { COUNT = 100000, LONG_FROM = 50000, LONG = 10, ROUNDS = 8000000 };

static unsigned result[COUNT];

static unsigned compute(unsigned i)
{
    unsigned rounds = i >= LONG_FROM && i < LONG_FROM + LONG ? ROUNDS : i % 16, sum = i;
    for (; rounds > 0; rounds--)
        sum = sum * 2654435761u + (sum >> 7);
    return sum;
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
#pragma ppar for
    for (int i = 0; i < COUNT; i++)
        result[i] = compute((unsigned)i);
#endif
    report(now() - start);
    print_checksum(result, sizeof result);
    return 0;
}
