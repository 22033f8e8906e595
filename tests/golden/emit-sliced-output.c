/* Each iteration writes an element of its own: one put for the chunk. */
#include <stdio.h>

void f(double *restrict result, const double *restrict p, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        double x = p[i];

        result[i] = x * x + 1;
    }
    printf("%g\n", result[0]);
}
