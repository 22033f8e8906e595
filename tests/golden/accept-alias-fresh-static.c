/* status: 0 */
/* Static pointers that are only given fresh memory. */
#include <stdlib.h>

static double *x, *y;

int start(int n)
{
    x = malloc((size_t)n * sizeof *x);
    y = malloc((size_t)n * sizeof *y);
    return x != NULL && y != NULL;
}

void f(int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        y[i] = x[i - 1];
}
