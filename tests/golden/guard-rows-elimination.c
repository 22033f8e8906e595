/* The pivot's row is none of those below it. */
void f(double **m, int n)
{
    for (int k = 0; k < n; k++)
#pragma ppar for
        for (int i = k + 1; i < n; i++) {
            double factor = m[i][k] / m[k][k];
            for (int j = k; j < n; j++)
                m[i][j] -= factor * m[k][j];
        }
}
