/*
 * Floating-point numbers, to the last bit. A map and a sum over it; the sum is an ordinary
 * `sum += y[i]` that no clause mentions, and its rounding errors are those of the serial program
 * at every number of workers.
 *
 *     exact [numbers]            the map and the sum, equal to the serial program's
 *     exact [numbers] regroup    the sum as reduction(+ : sum): the workers may add up their parts
 *                                first, which is faster. The grouping does not depend on how many
 *                                there are, so the bits are the same at every number of workers;
 *                                they need not be the serial program's.
 *
 * %a prints every bit.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Alternating, over many magnitudes: a sum that rounds differently in every other order. */
static double term(long i)
{
    double x = (double)i * 1e-3;

    for (int k = 0; k < 20; k++)
        x = 8.0 * sin(x + k);
    return exp(x) * cos((double)i);
}

/* A hash of all the bits of the map. */
static unsigned long long fingerprint(const double *y, long n)
{
    unsigned long long hash = 14695981039346656037ULL;

    for (long i = 0; i < n; i++) {
        unsigned long long bits;

        memcpy(&bits, &y[i], sizeof bits);
        hash = (hash ^ bits) * 1099511628211ULL;
    }
    return hash;
}

int main(int argc, char **argv)
{
    long n = argc > 1 ? atol(argv[1]) : 2000000;
    int regroup = argc > 2 && strcmp(argv[2], "regroup") == 0;
    double sum = 0.0;
    double *y;
    double start;

    if (n < 1)
        n = 1;
    y = malloc((size_t)n * sizeof *y);
    if (y == NULL) {
        perror("exact");
        return 1;
    }

    start = now();
#pragma ppar for
    for (long i = 0; i < n; i++)
        y[i] = term(i);
    fprintf(stderr, "%s: map of %ld numbers in %.3f s\n", argv[0], n, now() - start);

    start = now();
    if (regroup) {
#pragma ppar for reduction(+ : sum)
        for (long i = 0; i < n; i++)
            sum += y[i] * term(i + 1);
    } else {
#pragma ppar for
        for (long i = 0; i < n; i++)
            sum += y[i] * term(i + 1);
    }
    fprintf(stderr, "%s: sum of %ld numbers in %.3f s\n", argv[0], n, now() - start);

    printf("map  %016llx\n", fingerprint(y, n));
    printf("sum  %a\n", sum);
    free(y);
    return 0;
}
