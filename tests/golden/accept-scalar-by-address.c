/* status: 0 */
/* A callee writes the temporary. */
#include <math.h>

double a[100], b[100];

void f(void)
{
    int e;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = frexp(b[i], &e);
        b[i] = e;
    }
}
