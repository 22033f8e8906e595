/* The dot product of two vectors of six million elements: bit for bit the serial sum, or, with
 * -DLOOSE, a sum in any order. */
#include "bench.h"

#include <math.h>

enum { COUNT = 6000000 };

static double a[COUNT], b[COUNT];

static double sum;

#ifdef BY_HAND
static double part[1024];

static void block(long first, long last)
{
    long workers = by_hand_workers();
    for (long w = first; w < last; w++)
        for (long i = COUNT * w / workers; i < COUNT * (w + 1) / workers; i++)
            part[w] += a[i] * b[i];
}
#endif

int main(void)
{
    for (int i = 0; i < COUNT; i++) {
        a[i] = 1.0 / (i + 1);
        b[i] = i % 1000;
    }
    double start = now();
#ifdef BY_HAND
    by_hand(by_hand_workers(), part, sizeof *part, block);
    for (long w = 0; w < by_hand_workers(); w++)
        sum += part[w];
#elif defined LOOSE
#pragma omp parallel for reduction(+ : sum)
#pragma ppar for reduction(+ : sum)
    for (int i = 0; i < COUNT; i++)
        sum += a[i] * b[i];
#else
#pragma omp parallel for reduction(+ : sum)
#pragma ppar for
    for (int i = 0; i < COUNT; i++)
        sum += a[i] * b[i];
#endif
    report(now() - start);
    printf("%.9g\n", sum);
    return fabs(sum) < 1e300 ? 0 : 1;
}
