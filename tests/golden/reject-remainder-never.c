/* The remainder is the number itself for no divisor: the first numbers are below 0. */
void f(long *a, int n, int k)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[(i - 5) % k + 5] = 2 * a[(i - 5) % k + 5] + i;
}
