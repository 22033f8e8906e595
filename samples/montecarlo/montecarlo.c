/*
 * Monte Carlo: pi from points in a square, and the price of an option from paths of a share. Both
 * come with their standard error, and with the same digits at every number of workers: each
 * iteration draws from a stream of its own.
 *
 *     montecarlo [blocks]
 *
 * ppcc would number the streams by itself. ppar_random_at says which one it is, so that the plain
 * compiler's program draws the same numbers.
 */
#include <math.h>
#include <ppar.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { POINTS = 20000, PATHS = 500, DAYS = 60 };

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double circle(void)
{
    int inside = 0;

    for (int k = 0; k < POINTS; k++) {
        double x = ppar_random(), y = ppar_random();

        inside += x * x + y * y < 1.0;
    }
    return 4.0 * inside / POINTS;
}

/* An Asian call: it pays what the mean price of 60 days, which starts at 100, is above 105. */
static double option(void)
{
    const double rate = 0.03, volatility = 0.3, day = 1.0 / 365;
    const double drift = (rate - 0.5 * volatility * volatility) * day;
    double total = 0.0;

    for (int path = 0; path < PATHS; path++) {
        double log_price = log(100.0), mean = 0.0;

        for (int k = 0; k < DAYS; k++) {
            log_price += drift + volatility * sqrt(day) * ppar_random_normal();
            mean += exp(log_price) / DAYS;
        }
        total += fmax(mean - 105.0, 0.0);
    }
    return exp(-rate * DAYS * day) * total / PATHS;
}

static void show(const char *what, double sum, double squares, int n)
{
    double mean = sum / n;

    printf("%-7s %.15f, standard error %.6f\n", what, mean,
           sqrt(fmax(squares / n - mean * mean, 0.0) / n));
}

int main(int argc, char **argv)
{
    int blocks = argc > 1 ? atoi(argv[1]) : 1000;
    double sum = 0.0, squares = 0.0, start = now();

    if (blocks < 1)
        blocks = 1;
#pragma ppar for
    for (int block = 0; block < blocks; block++) {
        ppar_random_at(1, (unsigned long long)block);

        double estimate = circle();

        sum += estimate;
        squares += estimate * estimate;
    }
    show("pi", sum, squares, blocks);

    sum = squares = 0.0;
#pragma ppar for
    for (int block = 0; block < blocks; block++) {
        ppar_random_at(2, (unsigned long long)block);

        double estimate = option();

        sum += estimate;
        squares += estimate * estimate;
    }
    show("option", sum, squares, blocks);
    fprintf(stderr, "%s: %d blocks in %.3f s\n", argv[0], blocks, now() - start);
    return 0;
}
