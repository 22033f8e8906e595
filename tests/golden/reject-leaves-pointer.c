/* status: 1 */
/* The pointer would lead to memory of the worker. */
#include <stdlib.h>

double *f(const double *x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (x[i] > 1) {
            double *copy = malloc(sizeof *copy);
            *copy = x[i];
            return copy;
        }
    return NULL;
}
