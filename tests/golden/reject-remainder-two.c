/* Whatever the divisor is, an iteration reads what the one before has written. */
void f(long *a, int n, int k)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[(i + 1) % k] = a[i % k] + 1;
}
