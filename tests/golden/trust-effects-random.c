#include <ppar.h>

double a[100];

#pragma ppar effects(state(ppar_random))
double elsewhere(void);

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = elsewhere();
}
