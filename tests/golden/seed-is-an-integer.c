/* status: 1 */
#include <ppar.h>

double a[100];

void f(const char *name)
{
    int k = 0;
#pragma ppar for seed(1.5)
    for (int i = 0; i < 100; i++)
        a[i] = ppar_random();
#pragma ppar for seed(name)
    for (int i = 0; i < 100; i++)
        a[i] = ppar_random();
#pragma ppar for seed(k++)
    for (int i = 0; i < 100; i++)
        a[i] = ppar_random();
}
