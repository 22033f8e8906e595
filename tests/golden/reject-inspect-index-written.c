/* status: 1 */
/* The index array changes on the way: what it was before the loop says nothing. */
static int idx[100];
static double a[100];

void f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        a[idx[i]] += v[i];
        idx[n - 1 - i] = i / 2;
    }
}
