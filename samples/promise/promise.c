/*
 * A promise that is not kept: conductivity() is declared to do nothing but compute, and counts its
 * steps as well. The loop is parallel, and the count of the workers is lost.
 *
 *     promise [plates]
 *
 * PPAR_VERIFY=1 finds that. mended.c stands beside it.
 */
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

        for (int k = 0; k < LAYERS; k++)
            resistance += 1 / conductivity(20 + i + 0.01 * k);
        flow[i] = 1e6 / resistance;
    }
    for (int i = 0; i < plates; i += 50)
        printf("plate %4d: %.12g\n", i, flow[i]);
    printf("%ld steps\n", evaluations);
    return 0;
}
