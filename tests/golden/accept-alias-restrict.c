/* status: 0 */
/* Restricted parameters. */
void f(int n, const double *restrict x, double *restrict y)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        y[i] = x[i - 1];
}
