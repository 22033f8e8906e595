/* A later row is read as it was. */
void f(double **m, int n, int w)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < w; j++)
            m[i][j] = m[i + 1][j];
}
