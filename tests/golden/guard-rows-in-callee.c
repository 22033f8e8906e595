/* A callee is given the row. */
static void scale(double *row, int n)
{
    for (int j = 0; j < n; j++)
        row[j] *= 2;
}

void f(double **m, int n, int w)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        scale(m[i], w);
}
