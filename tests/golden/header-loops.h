/* Included by header-loops.c, twice. */
#include "header-loops-names.h"

static void NAMED(sweep, TYPE)(TYPE *a, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = a[i - 1] + 1;
}

static void NAMED(fill, TYPE)(TYPE *a, int n)
{
#pragma ppar for wrokers(3)
    for (int i = 1; i < n; i++)
        a[i] = i;
}
