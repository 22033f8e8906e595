#include <ppar.h>

static int fold(int a, int b)
{
    return ppar_random_below(2) ? a : b;
}

int f(const int *restrict v, int n)
{
    int x = 0;

#pragma ppar for reduction(fold : x)
    for (int i = 0; i < n; i++)
        x = fold(x, v[i]);
    return x;
}
