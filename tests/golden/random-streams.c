/* What a loop needs whose iterations draw random numbers; the second one has a seed of its own. */
#include <ppar.h>

double x[100];
unsigned long long y[10][10];

void draw(unsigned run)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        x[i] = ppar_random();
#pragma ppar for collapse(2) seed(run + 1)
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 10; j++)
            y[i][j] = ppar_random_u64();
}
