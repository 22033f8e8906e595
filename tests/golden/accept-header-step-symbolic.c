/* status: 0 */
/* A step known at run time. */
int a[100];

void f(int n, int step)
{
#pragma ppar for
    for (int i = 0; i < n; i += step)
        a[i] = i;
}
