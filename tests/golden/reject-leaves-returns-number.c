/* status: 1 */
/* The number is an address in the worker. */
#include <stdint.h>
#include <stdlib.h>

intptr_t f(const double *x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (x[i] > 1) {
            double *copy = malloc(sizeof *copy);
            *copy = x[i];
            return (intptr_t)copy;
        }
    return 0;
}
