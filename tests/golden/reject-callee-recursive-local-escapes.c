/* status: 1 */
/* The recursive callee changes its caller's variable. */
int a[100];

static void walk(int n, int *sum)
{
    if (n == 0)
        return;
    *sum = *sum * 3 + n;
    walk(n - 1, sum);
}

void f(void)
{
    int sum = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        walk(i % 3, &sum);
        a[i] = sum;
    }
}
