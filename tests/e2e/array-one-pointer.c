/* verdict: proven */
/* One pointer parameter and no other memory: nothing can be its alias. */
#include "show.h"

static void scale(double *a, int n, double factor)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] *= factor;
}

int main(void)
{
    double a[12];

    FILL(a, 12, 1.5);
    scale(a + 1, 10, 3.0);
    SHOW("%g", a, 12);
    return 0;
}
