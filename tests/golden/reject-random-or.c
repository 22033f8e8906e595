#include <ppar.h>

double a[100];

int f(void)
{
    int found = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        found = found || ppar_random() < 0.1;
        a[i] = ppar_random();
    }
    return found;
}
