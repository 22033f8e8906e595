#include <ppar.h>

double a[100];

void f(void)
{
#pragma ppar for
    for (unsigned long long i = 0; i < ppar_random_below(100); i++)
        a[i] = 1;
}
