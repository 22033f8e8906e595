/* Static pointers that are only ever given fresh memory. */
#include "show.h"

#include <stdlib.h>

static double *x, *y;
static int n = 16;

static void compute(void)
{
#pragma ppar for
    for (int i = 1; i < n - 1; i++)
        y[i] = x[i - 1] + x[i + 1];
}

int main(void)
{
    x = malloc((size_t)n * sizeof *x);
    y = calloc((size_t)n, sizeof *y);
    if (x == NULL || y == NULL)
        return 1;
    for (int i = 0; i < n; i++)
        x[i] = i * i;
    compute();
    SHOW("%g", x, n);
    SHOW("%g", y, n);
    return 0;
}
