/* status: 1 */
/* A recursive callee accumulates in a global. */
static int depth;
int a[100];

static int descend(int n)
{
    if (n == 0)
        return depth;
    depth += n;
    return descend(n - 1);
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = descend(i % 3);
}
