/* flags: -O1 -lm */
/* C = A B, the plain triple loop and one in blocks. */
#include <stdio.h>
#include <stdlib.h>

enum { BLOCK = 16 };

/* Row-major, any size. */
static void multiply(int n, int m, int p, const double *restrict a, const double *restrict b,
                     double *restrict c)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < p; j++) {
            double sum = 0;
            for (int k = 0; k < m; k++)
                sum += a[i * m + k] * b[k * p + j];
            c[i * p + j] = sum;
        }
    }
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* The same in blocks of rows, with C99's array parameters. */
static void multiply_blocked(int n, int m, int p, double a[n][m], double b[m][p], double c[n][p])
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < p; j++)
            c[i][j] = 0;
#pragma ppar for
    for (int ii = 0; ii < n; ii += BLOCK)
        for (int kk = 0; kk < m; kk += BLOCK)
            for (int i = ii; i < least(ii + BLOCK, n); i++)
                for (int k = kk; k < least(kk + BLOCK, m); k++) {
                    double factor = a[i][k];
                    for (int j = 0; j < p; j++)
                        c[i][j] += factor * b[k][j];
                }
}

int main(void)
{
    enum { N = 37, M = 41, P = 29 };
    double *a = malloc(N * M * sizeof *a), *b = malloc(M * P * sizeof *b);
    double *c = malloc(N * P * sizeof *c), *d = malloc(N * P * sizeof *d);
    if (!a || !b || !c || !d)
        return 1;
#pragma ppar for
    for (int k = 0; k < N * M; k++)
        a[k] = (k * 37 % 101) / 7.0;
#pragma ppar for
    for (int k = 0; k < M * P; k++)
        b[k] = (k * 53 % 97) / 3.0 - 10;
    multiply(N, M, P, a, b, c);
    multiply_blocked(N, M, P, (double(*)[M])a, (double(*)[P])b, (double(*)[P])d);
    for (int k = 0; k < N * P; k++)
        printf("%a %a\n", c[k], d[k]);
    free(a);
    free(b);
    free(c);
    free(d);
    return 0;
}
