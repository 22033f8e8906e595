/* verdict: proven */
/* The functions of math.h, those that store through a pointer among them. */
#include "show.h"

#include <math.h>
#include <stdlib.h>

int main(void)
{
    double a[20], b[20], c[20];
    int d[20];

    FILL(a, 20, -1);
    FILL(b, 20, -1);
    FILL(c, 20, -1);
    FILL(d, 20, -1);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        double whole;
        int exponent;

        a[i] = sin(i) + pow(1.1, i) + sqrt(i) + fabs(cos(i)) + floor(exp(-i)) + fmin(i, 3.5);
        b[i] = modf(0.37 * i, &whole) + whole * 100;
        c[i] = frexp(12.5 * i, &exponent) + atan2(i, 3);
        d[i] = exponent + abs(-i) + (int)lround(0.5 * i);
    }
    SHOW("%a", a, 20);
    SHOW("%a", b, 20);
    SHOW("%a", c, 20);
    SHOW("%d", d, 20);
    return 0;
}
