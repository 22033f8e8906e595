/* verdict: proven */
/* Gauss: below the pivot row k, every row is updated from it. */
#include "show.h"

#define N 9

static double a[N][N];

int main(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            a[i][j] = (i * 5 + j * 3) % 7 + (i == j ? 10.0 : 0.0);
    for (int k = 0; k < N - 1; k++) {
#pragma ppar for
        for (int i = k + 1; i < N; i++) {
            double factor = a[i][k] / a[k][k];

            for (int j = k; j < N; j++)
                a[i][j] -= factor * a[k][j];
        }
    }
    SHOW("%a", &a[0][0], N * N);
    return 0;
}
