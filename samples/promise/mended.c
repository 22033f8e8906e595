/* promise.c with the steps as a result of the function, so that they are a sum of the loop's. */
#include "material.h"

#include <stdio.h>
#include <stdlib.h>

enum { LAYERS = 20000, MOST = 10000 };

static double flow[MOST];

int main(int argc, char **argv)
{
    int plates = argc > 1 ? atoi(argv[1]) : 200;

    if (plates < 1 || plates > MOST)
        return 1;
#pragma ppar for
    for (int i = 0; i < plates; i++) {
        double resistance = 0;

        for (int k = 0; k < LAYERS; k++) {
            long steps;

            resistance += 1 / conductivity_steps(20 + i + 0.01 * k, &steps);
            evaluations += steps;
        }
        flow[i] = 1e6 / resistance;
    }
    for (int i = 0; i < plates; i += 50)
        printf("plate %4d: %.12g\n", i, flow[i]);
    printf("%ld steps\n", evaluations);
    return 0;
}
