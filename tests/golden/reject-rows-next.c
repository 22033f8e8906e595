/* status: 1 */
/* Each iteration writes the next one's row. */
void f(double **m, int n, int w)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < w; j++)
            m[i + 1][j] = m[i][j];
}
