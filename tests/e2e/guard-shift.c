/* verdict: guarded */
/* A guard rules out that a later iteration reads what an earlier one wrote; what a later one
 * overwrites may still have been read before, or not, by the same values. */
#include "digest.h"
#include <stdio.h>
#include <stdlib.h>

enum { N = 3000, SIZE = 40 };

static double line[3 * N];
static int grid[2][SIZE][SIZE];

static void shift(int k)
{
#pragma ppar for
    for (int i = N; i < 2 * N; i++)
        line[i + k] = 0.5 * line[i] + i;
}

static void sweep(int from, int to)
{
#pragma ppar for
    for (int i = 1; i < SIZE - 1; i++)
        for (int j = 1; j < SIZE - 1; j++)
            grid[to][i][j] = (grid[from][i - 1][j] + grid[from][i + 1][j] +
                              grid[from][i][j - 1]) % 977;
}

int main(void)
{
    static const int shifts[] = {0, -1, 1, -7, 7, -N, N, 500, -500, N - 1, 1 - N};
    for (int i = 0; i < 3 * N; i++)
        line[i] = i % 100;
    for (size_t k = 0; k < sizeof shifts / sizeof *shifts; k++) {
        shift(shifts[k]);
        printf("%d %lx\n", shifts[k], digest(line, sizeof line));
    }
    for (int i = 0; i < SIZE; i++)
        for (int j = 0; j < SIZE; j++)
            grid[0][i][j] = grid[1][i][j] = i * j % 101;
    for (int k = 0; k < 12; k++) {
        sweep(k % 2, 1 - k % 2);
        sweep(k / 6, k / 6);
        printf("%lx\n", digest(grid, sizeof grid));
    }
    return 0;
}
