/* status: 1 */
/* Different indices have the same lowest byte. */
static int idx[100];
static double a[256];

void f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[(unsigned char)idx[i]] += v[i];
}
