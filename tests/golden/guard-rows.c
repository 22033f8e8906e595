/* The rows of an array of pointers may be one and the same row. */
void f(double **m, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            m[i][j] = 0.5 * m[i][j] + 1.0;
}
