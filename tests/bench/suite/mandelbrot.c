/* Rows of the Mandelbrot set: much to compute, little to bring home, rows of different length. */
#include "bench.h"

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

#ifdef BY_HAND
static void block(long first, long last)
{
    for (long i = first; i < last; i++)
        compute_row((int)i);
}
#endif

int main(void)
{
    double start = now();
#ifdef BY_HAND
    by_hand(SIZE, row, sizeof row[0], block);
#else
#pragma omp parallel for schedule(dynamic, 4)
#pragma ppar for schedule(dynamic, 4)
    for (int i = 0; i < SIZE; i++)
        compute_row(i);
#endif
    report(now() - start);
    print_checksum(row, sizeof row);
    return 0;
}
