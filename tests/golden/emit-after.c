/* What 'after' adds to a loop. */
#include <ppar.h>
#include <stdio.h>

void work(double (*restrict grid)[100], int n)
{
    int i;
#pragma ppar for collapse(2) after(printf("%d %d %g %llu\n", i, j, grid[i][j], ppar_iteration()))
    for (i = n - 1; i >= 0; i--)
        for (int j = 0; j < 100; j++)
            grid[i][j] = i * j;
}
