/* status: 1 */
/* All iterations in one row, of which each needs what the one before left. */
void f(double **m, int k, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        m[k][i] = m[k][i - 1];
}
