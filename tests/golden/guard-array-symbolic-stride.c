/* The stride is a parameter, which may be 0. */
void f(int *a, int n, int s)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[s * i] = 2 * a[s * i] + i;
}
