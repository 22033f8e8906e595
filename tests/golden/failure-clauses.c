/* What is to become of iterations that fail. */
int a[100], ended[100];

void f(int n, double limit, int *status)
{
#pragma ppar for on_failure(skip) retries(n - 1) timeout(limit / 2) status(ended)
    for (int i = 0; i < 100; i++)
        a[i] = i;
#pragma ppar for timeout(10x) on_failure(serial)
    for (int i = 0; i < 100; i++)
        a[i] = i;
#pragma ppar for on_failure(stop) status(status)
    for (int i = 0; i < n; i++)
        a[i] = i;
}
