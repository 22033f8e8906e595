/* Where the divisor is large enough the remainder is the number itself. */
void f(long *a, int n, int k)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[(i + 1) % k] = 2 * a[(i + 1) % k] + i;
}
