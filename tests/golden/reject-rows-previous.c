/* status: 1 */
/* Each row from the row before. */
void f(double **m, int n, int w)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        for (int j = 0; j < w; j++)
            m[i][j] = m[i - 1][j] + 1;
}
