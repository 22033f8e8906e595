/* status: 1 */
/* The next index is the index of the next iteration. */
static int idx[101];
static double a[100];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[idx[i]] = 0.5 * a[idx[i + 1]];
}
