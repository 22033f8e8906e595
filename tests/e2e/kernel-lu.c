/* flags: -O1 -lm */
/* Gaussian elimination without pivoting and with: the update of the trailing matrix in parallel. */
#include <math.h>
#include <stdio.h>

enum { N = 48 };

static double a[N][N], b[N][N];

static void factor(void)
{
    for (int k = 0; k < N; k++) {
#pragma ppar for
        for (int i = k + 1; i < N; i++) {
            a[i][k] /= a[k][k];
            for (int j = k + 1; j < N; j++)
                a[i][j] -= a[i][k] * a[k][j];
        }
    }
}

/* Rows exchanged for the largest pivot; the matrix is any size, one block of memory. */
static int factor_pivoting(double *m, int n, int *order)
{
    for (int k = 0; k < n; k++) {
        int best = k;
        for (int i = k + 1; i < n; i++)
            if (fabs(m[i * n + k]) > fabs(m[best * n + k]))
                best = i;
        order[k] = best;
        if (m[best * n + k] == 0)
            return 0;
        for (int j = 0; j < n; j++) {
            double t = m[k * n + j];
            m[k * n + j] = m[best * n + j];
            m[best * n + j] = t;
        }
#pragma ppar for
        for (int i = k + 1; i < n; i++) {
            double l = m[i * n + k] / m[k * n + k];
            m[i * n + k] = l;
            for (int j = k + 1; j < n; j++)
                m[i * n + j] -= l * m[k * n + j];
        }
    }
    return 1;
}

int main(void)
{
    int order[N];
#pragma ppar for
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            b[i][j] = a[i][j] = i == j ? N + 1 : 1.0 / (1 + (i * 7 + j * 3) % 11);
    b[0][0] = 0;
    factor();
    int done = factor_pivoting(&b[0][0], N, order);
    printf("%d\n", done);
    for (int i = 0; i < N; i++) {
        printf("%d:", order[i]);
        for (int j = 0; j < N; j++)
            printf(" %a %a", a[i][j], b[i][j]);
        printf("\n");
    }
    return 0;
}
