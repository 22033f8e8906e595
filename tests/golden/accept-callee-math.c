/* status: 0 */
/* Functions of math.h. */
#include <math.h>

double a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = sin(i) * exp(-0.1 * i) + pow(i, 1.5) + sqrt(fabs(a[i]));
}
