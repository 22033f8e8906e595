/* status: 1 */
/* Which rows, data say. */
void f(double **m, const int *which, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        m[which[i]][0] += i;
}
