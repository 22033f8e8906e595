/* status: 1 */
/* Different indices, but one iteration's index may be another's distance from the end. */
static int idx[100];
static double a[101];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[idx[i]] += a[100 - idx[i]];
}
