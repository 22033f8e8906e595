/* status: 1 */
/* Different indices have the same half. */
static int idx[100];
static double a[100];

void f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[idx[i] / 2] += v[i];
}
