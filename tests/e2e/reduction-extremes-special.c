/* verdict: proven */
/* Minimum and maximum among NaN, -0.0 and 0.0: the first of equals stays, with >, the last with >=,
   and a NaN that is there first stays for good. */
#include "show.h"

#include <math.h>

static void extremes(const double *restrict x, int n, double start)
{
    double gt = start, ge = start, lt = start, le = start, most = start, least = start;

#pragma ppar for
    for (int k = 0; k < n; k++)
        if (x[k] > gt)
            gt = x[k];
#pragma ppar for
    for (int k = 0; k < n; k++)
        if (x[k] >= ge)
            ge = x[k];
#pragma ppar for
    for (int k = 0; k < n; k++)
        if (x[k] < lt)
            lt = x[k];
#pragma ppar for
    for (int k = 0; k < n; k++)
        if (x[k] <= le)
            le = x[k];
#pragma ppar for
    for (int k = 0; k < n; k++)
        most = fmax(most, x[k]);
#pragma ppar for
    for (int k = 0; k < n; k++)
        least = fmin(least, x[k]);
    printf("%a %a %a %a %a %a\n", gt, ge, lt, le, most, least);
}

int main(void)
{
    double zeros[8] = {0.0, -0.0, 0.0, -0.0, -0.0, 0.0, -0.0, -0.0};
    double mixed[8] = {NAN, 3.0, NAN, -2.0, 3.0, -2.0, NAN, 1.0};
    double nans[4] = {NAN, NAN, NAN, NAN};

    extremes(zeros, 8, -0.0);
    extremes(zeros, 8, 0.0);
    extremes(zeros, 8, NAN);
    extremes(mixed, 8, 0.0);
    extremes(mixed, 8, 3.0);
    extremes(mixed, 8, NAN);
    extremes(nans, 4, 1.0);
    extremes(nans, 4, -INFINITY);
    return 0;
}
