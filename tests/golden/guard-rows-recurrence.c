/* Each row is a recurrence of its own. */
void f(double **m, int n, int w)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 1; j < w; j++)
            m[i][j] = m[i][j - 1] + 1;
}
