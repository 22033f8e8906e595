/* status: 1 */
/* Rows behind pointers: one that is needed by the next, and rows that data choose. */
void f(double **m, const int *which, int n, int w)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        for (int j = 0; j < w; j++)
            m[i][j] = m[i - 1][j] + 1;
#pragma ppar for
    for (int i = 0; i < n; i++)
        m[which[i]][0] = i;
}
