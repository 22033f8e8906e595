/* Whole rows of a matrix in the order of a permutation; the indices are read if there is a column.
 */
static double m[100][50];

void f(const int *restrict perm, int n, int columns)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < columns; j++)
            m[perm[i]][j] = 0.5 * m[perm[i]][j] + j;
}
