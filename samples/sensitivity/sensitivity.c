/*
 * Sensitivity analysis: ten rows of three random parameters, and a model that takes two seconds a
 * row. The rows do not depend on each other, so ten workers need two seconds in all.
 *
 *     sensitivity [seconds a row]
 *
 * The table goes to stdout, the time to stderr.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ROWS 10

struct parameters {
    double p1, p2, p3;
};

struct result {
    int row;
    double value;
};

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void wait_for(double seconds)
{
    struct timespec t;

    t.tv_sec = (time_t)seconds;
    t.tv_nsec = (long)((seconds - (double)t.tv_sec) * 1e9);
    nanosleep(&t, NULL);
}

/* Stands for the real model, which would run this long. */
static double model(struct parameters p, double seconds)
{
    wait_for(seconds);
    return p.p1 * p.p1 * p.p2 + p.p3;
}

static double uniform(void)
{
    return rand() / (RAND_MAX + 1.0);
}

int main(int argc, char **argv)
{
    double seconds = argc > 1 ? atof(argv[1]) : 2.0;
    struct parameters p[ROWS];
    struct result result[ROWS];
    double start;

    srand(1);
    for (int i = 0; i < ROWS; i++) {
        p[i].p1 = uniform();
        p[i].p2 = uniform();
        p[i].p3 = uniform();
    }

    start = now();
#pragma ppar for workers(10)
    for (int i = 0; i < ROWS; i++) {
        result[i].row = i;
        result[i].value = model(p[i], seconds);
    }
    fprintf(stderr, "%s: %d rows in %.2f s\n", argv[0], ROWS, now() - start);

    printf("row        p1        p2        p3     value\n");
    for (int i = 0; i < ROWS; i++)
        printf("%3d  %8.6f  %8.6f  %8.6f  %8.6f\n", result[i].row, p[i].p1, p[i].p2, p[i].p3,
               result[i].value);
    return 0;
}
