/* status: 0 */
/* A recursive function of its arguments. */
int a[100];

static int fibonacci(int n)
{
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = fibonacci(i % 20);
}
