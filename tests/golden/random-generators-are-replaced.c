/* status: 1 */
/* The library's generators have one state for all iterations; those of <ppar.h> have the same ranges. */
#define _DEFAULT_SOURCE
#include <stdlib.h>

double a[100];
long b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = drand48() * rand ( );
#pragma ppar for
    for (int i = 0; i < 100; i++)
        b[i] = random() ^ lrand48() ^ mrand48();
}

#define DRAW rand()

/* What a macro holds is not replaced. */
void g(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = DRAW;
}
