/* Included twice. */
#include "names.h"

static void NAMED(fill, TYPE)(TYPE *a, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] = (TYPE)(i * 1.5);
}
