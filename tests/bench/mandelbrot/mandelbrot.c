/*
 * Mandelbrot rows, 1400 x 1400, at most 300 steps, schedule(dynamic, 4); three programs of one
 * text.
 *
 *     -DMODE_SERIAL    the plain loop
 *     -fopenmp         threads
 *     -D_PPAR          the loop as ppcc writes it, with libppar
 *
 * Prints the seconds that the loop took and a checksum of the picture.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifdef _PPAR
#include <ppar.h>
#endif

enum { SIZE = 1400, STEPS = 300 };

static int row[SIZE][SIZE];

static int escape(double x, double y)
{
    double a = 0, b = 0;
    int step = 0;
    while (step < STEPS && a * a + b * b <= 4) {
        double next = a * a - b * b + x;
        b = 2 * a * b + y;
        a = next;
        step++;
    }
    return step;
}

static void compute_row(int i)
{
    for (int j = 0; j < SIZE; j++)
        row[i][j] = escape(-2 + 3.0 * j / SIZE, -1.5 + 3.0 * i / SIZE);
}

static void compute(void)
{
#if defined _PPAR
    struct ppar_loop ppar = {.abi = PPAR_ABI,
                             .file = __FILE__,
                             .line = __LINE__,
                             .counter = "i",
                             .step = 1,
                             .trips = SIZE,
                             .schedule = PPAR_DYNAMIC,
                             .chunk = 4};
    ppar_output(&ppar, row, 0, sizeof row);
    while (ppar_chunk(&ppar)) {
        for (int i = (int)ppar.first; i < (int)ppar.last; i++)
            compute_row(i);
        ppar_put(&ppar, 0, (long long)(sizeof row[0] * ppar.first),
                 (long long)(sizeof row[0] * (ppar.last - ppar.first)));
        ppar_commit(&ppar);
    }
#elif defined _OPENMP
#pragma omp parallel for schedule(dynamic, 4)
    for (int i = 0; i < SIZE; i++)
        compute_row(i);
#else
    for (int i = 0; i < SIZE; i++)
        compute_row(i);
#endif
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

int main(void)
{
    double start = now();
    compute();
    double seconds = now() - start;
    unsigned sum = 0;
    for (int i = 0; i < SIZE; i++)
        for (int j = 0; j < SIZE; j++)
            sum = sum * 31 + (unsigned)row[i][j];
    printf("%.6f %08x\n", seconds, sum);
    return 0;
}
