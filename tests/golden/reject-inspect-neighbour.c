/* status: 1 */
/* The element behind belongs to whoever has the next index. */
static int idx[100];
static double a[101];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[idx[i]] += a[idx[i] + 1];
}
