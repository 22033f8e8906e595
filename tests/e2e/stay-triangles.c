/* flags: -O2 -lm */
/* Loops whose ranges shrink and grow from execution to execution: elimination, substitution. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 120 };

static double a[N][N];

static void eliminate(void)
{
    for (int k = 0; k < N - 1; k++) {
#pragma ppar for
        for (int i = k + 1; i < N; i++) {
            double f = a[i][k] / a[k][k];
            for (int j = k; j < N; j++)
                a[i][j] -= f * a[k][j];
        }
    }
}

static void scale(double *row, int first, int last, double by)
{
#pragma ppar for
    for (int j = first; j < last; j++)
        row[j] *= by;
}

int main(void)
{
    setenv("PPAR_STAY", "on", 1);
    setenv("PPAR_GATE", "on", 1); /* where they cannot stay */
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            a[i][j] = (i * 31 + j * 17) % 23 + (i == j ? 100 : 0);
    for (int round = 0; round < 3; round++) {
        eliminate();
        for (int i = 0; i < N; i++)
            scale(a[i], i, N, 1 / a[i][i]);
        for (int i = 0; i < N; i++)
            for (int j = 0; j < i; j++)
                a[i][j] = (i * 7 + j * 3 + round) % 19;
        for (int i = 0; i < N; i++)
            a[i][i] += 90;
    }
    double sum = 0;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            sum = sum * 0.5 + a[i][j];
    printf("%.17g\n", sum);
    return 0;
}
