/* Each iteration has a column. */
void f(int **m, int n, int w)
{
#pragma ppar for
    for (int i = 0; i < w; i++)
        for (int k = 1; k < n; k++)
            m[k][i] += m[k - 1][i];
}
