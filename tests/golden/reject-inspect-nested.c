/* status: 1 */
/* That the outer indices differ says nothing of the inner ones. */
static int idx[100];
static double a[100];

void f(const double *v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[idx[idx[i]]] += v[i];
}
