/* flags: -O1 -lm */
/* Matrices whose rows are allocated one by one: LU with pivots, where rows change places by their
 * pointers, a product, and a relaxation between two grids that change places. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 60 };

static double **new_matrix(int rows, int columns)
{
    double **m = malloc((size_t)rows * sizeof *m);
    for (int i = 0; m && i < rows; i++) {
        m[i] = calloc((size_t)columns, sizeof **m);
        if (!m[i])
            exit(2);
    }
    if (!m)
        exit(2);
    return m;
}

static void show(const char *what, double **m)
{
    double sum = 0;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            sum = sum * 0.99 + m[i][j];
    printf("%s %a\n", what, sum);
}

static void fill(double **m, int rows, int columns)
{
#pragma ppar for
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            m[i][j] = sin(i * 0.7 + j * 1.3) + (i == j);
}

static void swap(double **m, int a, int b)
{
    double *row = m[a];
    m[a] = m[b];
    m[b] = row;
}

static void factor(double **m, int n)
{
    for (int k = 0; k < n; k++) {
        int best = k;
        for (int i = k + 1; i < n; i++)
            if (fabs(m[i][k]) > fabs(m[best][k]))
                best = i;
        swap(m, k, best);
#pragma ppar for
        for (int i = k + 1; i < n; i++) {
            m[i][k] /= m[k][k];
            for (int j = k + 1; j < n; j++)
                m[i][j] -= m[i][k] * m[k][j];
        }
    }
}

static void multiply(double **c, double **a, double **b, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int k = 0; k < n; k++)
                sum += a[i][k] * b[k][j];
            c[i][j] = sum;
        }
}

static void relax(double **to, double **from, int n)
{
#pragma ppar for
    for (int i = 1; i < n - 1; i++)
        for (int j = 1; j < n - 1; j++)
            to[i][j] = 0.25 * (from[i - 1][j] + from[i + 1][j] + from[i][j - 1] + from[i][j + 1]);
}

int main(void)
{
    double **a = new_matrix(N, N), **b = new_matrix(N, N), **c = new_matrix(N, N);
    fill(a, N, N);
    fill(b, N, N);
    show("filled", a);
    factor(a, N);
    show("factored", a);
    multiply(c, a, b, N);
    show("product", c);
    for (int k = 0; k < 3; k++) {
        relax(b, c, N);
        relax(c, b, N);
    }
    show("relaxed", c);
    multiply(c, c, b, N);
    show("in itself", c);
    return 0;
}
