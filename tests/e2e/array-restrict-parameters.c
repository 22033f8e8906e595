/* verdict: proven */
/* Restricted parameters are distinct. */
#include "show.h"

static void add(int n, const double *restrict x, const double *restrict y, double *restrict z)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        z[i] = x[i] + y[i];
}

int main(void)
{
    double x[12], y[12], z[12];

    for (int i = 0; i < 12; i++) {
        x[i] = i;
        y[i] = 0.25 * i;
        z[i] = -1;
    }
    add(10, x + 1, y + 1, z + 1);
    SHOW("%g", z, 12);
    add(3, x, y, z + 4);
    SHOW("%g", z, 12);
    return 0;
}
