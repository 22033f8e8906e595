/* Sparse matrices by compressed rows: the product with a vector, and rows that are scaled in place.
 * The matrix is that of the five-point Laplacian on a square grid, with entries that differ. */
#include "show.h"

#include <stdlib.h>

enum { SIDE = 23, ROWS = SIDE * SIDE };

static void multiply(int rows, const int *restrict start, const int *restrict column,
                     const double *restrict value, const double *restrict x, double *restrict y)
{
#pragma ppar for
    for (int i = 0; i < rows; i++) {
        double sum = 0;
        for (int k = start[i]; k < start[i + 1]; k++)
            sum += value[k] * x[column[k]];
        y[i] = sum;
    }
}

static void scale_rows(int rows, const int *restrict start, double *restrict value,
                       const double *restrict by)
{
#pragma ppar for
    for (int i = 0; i < rows; i++)
        for (int k = start[i]; k < start[i + 1]; k++)
            value[k] *= by[i];
}

int main(void)
{
    static int start[ROWS + 1], column[5 * ROWS];
    static double value[5 * ROWS], x[ROWS], y[ROWS], by[ROWS];
    static const int step[5] = {-SIDE, -1, 0, 1, SIDE};
    int used = 0;

    for (int i = 0; i < ROWS; i++) {
        start[i] = used;
        for (int s = 0; s < 5; s++) {
            int to = i + step[s];
            if (to < 0 || to >= ROWS || (s == 1 && i % SIDE == 0) || (s == 3 && to % SIDE == 0))
                continue;
            column[used] = to;
            value[used++] = s == 2 ? 4 + 0.01 * i : -1 - 0.001 * (to % 7);
        }
        x[i] = 1.0 / (1 + i % 13);
        by[i] = 1 + 0.125 * (i % 5);
    }
    start[ROWS] = used;
    multiply(ROWS, start, column, value, x, y);
    SHOW("%.17g", y, ROWS);
    scale_rows(ROWS, start, value, by);
    multiply(ROWS, start, column, value, y, x);
    SHOW("%.17g", x, ROWS);
    start[7] = start[6] - 2; /* rows that overlap are scaled one after the other */
    scale_rows(12, start, value, by);
    SHOW("%.17g", value, 60);
    return 0;
}
