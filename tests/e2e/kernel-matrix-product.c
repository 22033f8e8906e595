/* verdict: proven */
/* A matrix product, rows in parallel. */
#include "show.h"

#define N 12

static double a[N][N], b[N][N], c[N + 2][N];

int main(void)
{
    FILL(&c[0][0], (N + 2) * N, -1.0);
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            a[i][j] = 1.0 / (i + j + 1);
            b[i][j] = (i * 7 + j * 3) % 11;
        }
#pragma ppar for
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;

            for (int k = 0; k < N; k++)
                sum += a[i][k] * b[k][j];
            c[i + 1][j] = sum;
        }
    SHOW("%a", &c[0][0], (N + 2) * N);
    return 0;
}
