/* status: 1 */
/* Every iteration goes through all rows. */
void f(double **m, int n, int w)
{
#pragma ppar for
    for (int i = 0; i < w; i++)
        for (int k = 0; k < n; k++)
            m[k][0] += m[k][i];
}
