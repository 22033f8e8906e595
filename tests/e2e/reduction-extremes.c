/* verdict: proven */
/* Minimum and maximum: if, conditional operator, both ways round. */
#include "show.h"

int main(void)
{
    int x[50];
    int a = -1000, b = 1000, c = -1000, d = 1000, e = -1000;
    unsigned u = 0;
    double f = -1e300, g = 1e300;

    for (int k = 0; k < 50; k++)
        x[k] = (k * 37 + 11) % 101 - 50;
#pragma ppar for
    for (int k = 0; k < 50; k++) {
        if (x[k] > a)
            a = x[k];
        if (x[k] < b)
            b = x[k];
        c = x[k] > c ? x[k] : c;
        d = d < x[k] ? d : x[k];
        if (e < x[k])
            e = x[k];
        if ((unsigned)x[k] > u)
            u = (unsigned)x[k];
        if (x[k] * 0.5 > f)
            f = x[k] * 0.5;
        if (g > x[k] * 0.25)
            g = x[k] * 0.25;
    }
    printf("%d %d %d %d %d %u %g %g\n", a, b, c, d, e, u, f, g);
    return 0;
}
