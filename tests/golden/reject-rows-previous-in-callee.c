/* status: 1 */
/* A callee is given this row and the one before. */
static void add(double *to, const double *from, int n)
{
    for (int j = 0; j < n; j++)
        to[j] += from[j];
}

void f(double **m, int n, int w)
{
#pragma ppar for
    for (int i = 1; i < n; i++) {
        double *row = m[i];
        add(row, m[i - 1], w);
    }
}
