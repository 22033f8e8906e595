/* status: 0 */
/* flags: -Rppar -Rppar-missed */
/* What was made of each loop, and what was not. */
#include <math.h>

double sums(const double *restrict x, double *restrict y, int n, int m)
{
    double s = 0;
#pragma ppar for
    for (int i = 0; i < n; i++)
        s += sqrt(x[i]);
#pragma ppar for
    for (int i = 0; i < n; i++)
        y[i] = y[i + m] + s;
    for (int i = 0; i < n; i++)
        y[i] *= 2;
    for (int i = 1; i < n; i++)
        y[i] += y[i - 1];
    return s;
}
