/* flags: -O2 -lm */
/* A program that says itself which numbers it draws is the same one without ppcc. */
#include "show.h"

#include <ppar.h>

enum { N = 64, STEPS = 5 };
static double x[N];

int main(void)
{
    for (int step = 1; step <= STEPS; step++) {
#pragma ppar for
        for (int i = 0; i < N; i++) {
            ppar_random_at((unsigned long long)step, (unsigned long long)i);
            x[i] += ppar_random_normal() + (double)ppar_random_below(6);
        }
        ppar_random_at(0, (unsigned long long)step);
        printf("%d %.17g\n", step, ppar_random());
    }
    SHOW("%.17g", x, N);
    return 0;
}
