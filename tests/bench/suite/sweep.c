/* A parameter sweep: a hundred independent simulations of a million steps, a number from each. */
#include "bench.h"

enum { RUNS = 100, STEPS = 1000000 };

static double result[RUNS];

static double simulate(double rate)
{
    double x = 0.3, sum = 0;
    for (int step = 0; step < STEPS; step++) {
        x = rate * x * (1 - x);
        sum += x;
    }
    return sum / STEPS;
}

#ifdef BY_HAND
static void block(long first, long last)
{
    for (long i = first; i < last; i++)
        result[i] = simulate(3.5 + 0.005 * (double)i);
}
#endif

int main(void)
{
    double start = now();
#ifdef BY_HAND
    by_hand(RUNS, result, sizeof *result, block);
#else
#pragma omp parallel for
#pragma ppar for
    for (int i = 0; i < RUNS; i++)
        result[i] = simulate(3.5 + 0.005 * (double)i);
#endif
    report(now() - start);
    print_checksum(result, sizeof result);
    return 0;
}
