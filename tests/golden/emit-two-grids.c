/* Where the guard holds nothing is overwritten that was read: results may come in any order, and
 * workers may stay. */
double grid[2][64][64];

void sweep(int from, int to)
{
#pragma ppar for
    for (int i = 1; i < 63; i++)
        for (int j = 1; j < 63; j++)
            grid[to][i][j] = 0.5 * (grid[from][i - 1][j] + grid[from][i + 1][j]);
}
