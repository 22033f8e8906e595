/* A hundred thousand lines, printed in order. By hand, and with threads, the text is collected
 * first. */
#include "bench.h"

enum { COUNT = 100000, LENGTH = 64 };

static double work(int i)
{
    double x = 0.3;
    for (int step = 0; step < 200; step++)
        x = 3.7 * x * (1 - x);
    return x + i;
}

#if defined BY_HAND || defined _OPENMP
static char line[COUNT][LENGTH];
#endif

#ifdef BY_HAND
static void block(long first, long last)
{
    for (long i = first; i < last; i++)
        snprintf(line[i], LENGTH, "%d %.12f\n", (int)i, work((int)i));
}
#endif

int main(void)
{
    double start = now();
#ifdef BY_HAND
    by_hand(COUNT, line, LENGTH, block);
#elif defined _OPENMP
#pragma omp parallel for
    for (int i = 0; i < COUNT; i++)
        snprintf(line[i], LENGTH, "%d %.12f\n", i, work(i));
#else
#pragma ppar for
    for (int i = 0; i < COUNT; i++)
        printf("%d %.12f\n", i, work(i));
#endif
#if defined BY_HAND || defined _OPENMP
    for (int i = 0; i < COUNT; i++)
        fputs(line[i], stdout);
#endif
    fflush(stdout);
    report(now() - start);
    return 0;
}
