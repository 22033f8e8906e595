/* status: 1 */
/* Where the condition does not hold there may be no index. */
static double a[100];

void f(const int *restrict idx, const double *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        if (v[i] > 0)
            a[idx[i]] += v[i];
}
