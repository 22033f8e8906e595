/* 256 MB are written, once the memory is there; with -DUPDATE, they are changed in place. */
#include "bench.h"

enum { COUNT = 32 << 20 };

static double *value;

#ifdef UPDATE
#define NEW_VALUE(i) (0.5 * value[i] + 1)
#else
#define NEW_VALUE(i) (0.5 * (double)(i))
#endif

#ifdef BY_HAND
static void block(long first, long last)
{
    for (long i = first; i < last; i++)
        value[i] = NEW_VALUE(i);
}
#endif

int main(void)
{
    value = malloc(COUNT * sizeof *value);
    if (!value)
        return 1;
    for (int i = 0; i < COUNT; i++)
        value[i] = i;
    double start = now();
#ifdef BY_HAND
    by_hand(COUNT, value, sizeof *value, block);
#else
#pragma omp parallel for
#pragma ppar for
    for (int i = 0; i < COUNT; i++)
        value[i] = NEW_VALUE(i);
#endif
    report(now() - start);
    print_checksum(value, COUNT * sizeof *value);
    return 0;
}
