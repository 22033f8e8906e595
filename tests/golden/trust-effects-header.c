/* The pragma stands in a header, which is included twice. */
#include "trust-effects-header.h"
#include "trust-effects-header.h"

double m[10][10], v[10];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++)
        fill(m[i], v, 10);
}
