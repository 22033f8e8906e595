/* A thousand sweeps over a grid of 512 x 512 points, each from the values of the one before; with
 * an argument, so many megabytes of memory are in use besides. */
#include "bench.h"

#include <string.h>

enum { SIZE = 512, SWEEPS = 1000 };

static double grid[2][SIZE][SIZE];

#ifdef BY_HAND
static double (*old)[SIZE], (*fresh)[SIZE];

static void block(long first, long last)
{
    for (long i = first + 1; i < last + 1; i++)
        for (int j = 1; j < SIZE - 1; j++)
            fresh[i][j] = 0.25 * (old[i - 1][j] + old[i + 1][j] + old[i][j - 1] + old[i][j + 1]);
}
#endif

int main(int argc, char **argv)
{
    size_t size = argc > 1 ? (size_t)atol(argv[1]) << 20 : 0;
    char *memory = malloc(size + 1);
    if (!memory)
        return 1;
    memset(memory, 1, size + 1);
    for (int i = 0; i < SIZE; i++)
        grid[0][i][0] = grid[1][i][0] = i;
    double start = now();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
        int from = sweep % 2, to = 1 - from;
#ifdef BY_HAND
        old = grid[from];
        fresh = grid[to];
        by_hand(SIZE - 2, grid[to][1], sizeof grid[to][1], block);
#else
#pragma omp parallel for
#pragma ppar for
        for (int i = 1; i < SIZE - 1; i++)
            for (int j = 1; j < SIZE - 1; j++)
                grid[to][i][j] = 0.25 * (grid[from][i - 1][j] + grid[from][i + 1][j] +
                                         grid[from][i][j - 1] + grid[from][i][j + 1]);
#endif
    }
    report(now() - start);
    print_checksum(grid, sizeof grid);
    free(memory);
    return 0;
}
