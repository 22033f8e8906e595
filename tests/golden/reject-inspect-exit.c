/* status: 1 */
/* The program may end before it comes to the last index. */
#include <stdlib.h>

static double a[100];

void f(const int *restrict idx, const double *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (v[i] < 0)
            exit(1);
        a[idx[i]] += v[i];
    }
}
