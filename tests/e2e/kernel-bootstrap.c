/* flags: -O1 -lm */
/* The bootstrap of a median: each sample is drawn with a generator of its own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DATA = 101, SAMPLES = 400 };

static double data[DATA], scratch[DATA], medians[SAMPLES];

static unsigned next(unsigned long long *state)
{
    *state = *state * 6364136223846793005ull + 1442695040888963407ull;
    return (unsigned)(*state >> 33);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median_of_sample(unsigned long long seed)
{
    unsigned long long state = seed * 2654435761u + 1;
    for (int k = 0; k < DATA; k++)
        scratch[k] = data[next(&state) % DATA];
    qsort(scratch, DATA, sizeof *scratch, compare);
    return scratch[DATA / 2];
}

int main(void)
{
    for (int k = 0; k < DATA; k++)
        data[k] = (k * 7919 % 1000) / 8.0;
#pragma ppar for
    for (int s = 0; s < SAMPLES; s++)
        medians[s] = median_of_sample((unsigned long long)s);
    qsort(medians, SAMPLES, sizeof *medians, compare);
    printf("%a %a %a\n", medians[SAMPLES / 40], medians[SAMPLES / 2],
           medians[SAMPLES - 1 - SAMPLES / 40]);
    return 0;
}
