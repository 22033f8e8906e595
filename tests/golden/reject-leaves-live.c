/* status: 1 */
/* Others would see what iterations behind the end print. */
#include <stdio.h>

void f(const double *x, int n)
{
#pragma ppar for output(live)
    for (int i = 0; i < n; i++) {
        printf("%g\n", x[i]);
        if (x[i] < 0)
            break;
    }
}
