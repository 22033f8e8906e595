/* The row of an outer loop. */
double grid[100][100];

void f(void)
{
    for (int y = 1; y < 100; y++) {
        double *row = grid[y], *above = &grid[y - 1][0];
#pragma ppar for
        for (int x = 0; x < 100; x++)
            row[x] += above[x];
    }
}
