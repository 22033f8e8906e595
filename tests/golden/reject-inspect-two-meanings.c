/* status: 1 */
/* u[i] and v[i] may all differ, and v[i] + 1 still be a u[i]. */
static unsigned u[100], v[100];
static double a[101];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[u[i]] += a[v[i] + 1u];
}
