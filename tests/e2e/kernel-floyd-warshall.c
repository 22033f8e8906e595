/* flags: -O1 -lm */
/* Shortest ways between all pairs. Row k does not change in round k, if no way has a length below 0
 * to itself. */
#include <stdio.h>
#include <stdlib.h>

enum { N = 40 };

static double way[N][N];

static void shorten_row(double *row, const double *through, double first, int n)
{
    for (int j = 0; j < n; j++)
        if (first + through[j] < row[j])
            row[j] = first + through[j];
}

/* The row is copied, so that it is certain. */
static void all_pairs(void)
{
    static double through[N];
    for (int k = 0; k < N; k++) {
        for (int j = 0; j < N; j++)
            through[j] = way[k][j];
#pragma ppar for
        for (int i = 0; i < N; i++) {
            double first = way[i][k];
            for (int j = 0; j < N; j++)
                if (first + through[j] < way[i][j])
                    way[i][j] = first + through[j];
        }
    }
}

/* Row k is left out, in one block of memory. */
static void all_pairs_flat(double *d, int n)
{
    for (int k = 0; k < n; k++) {
#pragma ppar for
        for (int i = 0; i < n; i++)
            if (i != k)
                shorten_row(d + i * n, d + k * n, d[i * n + k], n);
    }
}

int main(void)
{
    double *flat = malloc(N * N * sizeof *flat);
    if (!flat)
        return 1;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            flat[i * N + j] = way[i][j] = i == j ? 0 : 1 + (i * 37 + j * 101) % 53;
    all_pairs();
    all_pairs_flat(flat, N);
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            printf("%g %g\n", way[i][j], flat[i * N + j]);
    free(flat);
    return 0;
}
