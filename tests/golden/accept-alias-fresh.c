/* status: 0 */
/* Two blocks from malloc. */
#include <stdlib.h>

double *f(int n)
{
    double *x = malloc((size_t)n * sizeof *x);
    double *y = calloc((size_t)n, sizeof *y);

    if (x == NULL || y == NULL)
        exit(1);
    for (int i = 0; i < n; i++)
        x[i] = i;
#pragma ppar for
    for (int i = 1; i < n; i++)
        y[i] = x[i - 1];
    free(x);
    return y;
}
