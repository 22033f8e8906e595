/* A million iterations of next to nothing, one at a time. */
#include "bench.h"

enum { COUNT = 1000000 };

static unsigned result[COUNT];

#ifdef BY_HAND
static void block(long first, long last)
{
    for (long i = first; i < last; i++)
        result[i] = (unsigned)i * 2654435761u >> 7;
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
        result[i] = (unsigned)i * 2654435761u >> 7;
#endif
    report(now() - start);
    print_checksum(result, sizeof result);
    return 0;
}
