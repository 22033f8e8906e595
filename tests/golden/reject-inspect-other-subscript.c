/* status: 1 */
/* One subscript is an index, the other one the counter. */
static int idx[100];
static double a[100];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[idx[i]] += a[i];
}
