/* A function in a header calls the static function, too. */
#include "guard-callers-header.h"

static double x[100], y[100];

static void add(double *a, double *b, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        a[i] = b[i] + b[i - 1];
}

void f(int n)
{
    add(x, y, 100);
    twice(y, n);
}
