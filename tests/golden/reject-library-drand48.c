/* status: 1 */
/* drand48 and random have a hidden state. */
#define _DEFAULT_SOURCE
#include <stdlib.h>

double a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = drand48() + (double)random();
}
