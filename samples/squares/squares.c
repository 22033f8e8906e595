/*
 * A map over a large array: the square of each number.
 *
 *     squares [how many]
 *
 * The smallest loop there is: no clause, no function, one output. A multiplication an element is
 * less work than moving the element, so do not expect a speed-up; expect the right array.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv)
{
    long n = argc > 1 ? atol(argv[1]) : 20000000;
    unsigned long long *square;
    unsigned long long sum = 0;
    double start;

    if (n < 1)
        n = 1;
    square = malloc((size_t)n * sizeof *square);
    if (square == NULL) {
        perror("squares");
        return 1;
    }

    start = now();
#pragma ppar for
    for (long i = 0; i < n; i++)
        square[i] = (unsigned long long)i * (unsigned long long)i;
    fprintf(stderr, "%s: %ld squares in %.3f s\n", argv[0], n, now() - start);

    for (long i = 0; i < n; i++)
        sum = 31 * sum + square[i];
    printf("last     %llu\n", square[n - 1]);
    printf("checksum %016llx\n", sum);
    free(square);
    return 0;
}
