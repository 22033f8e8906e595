/* status: 1 */
/* Lgamma leaves the sign in a variable of the library. */
#include <math.h>

int a[100];
double r[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = signgam;
        r[i] = lgamma(-0.5 - i);
    }
}
