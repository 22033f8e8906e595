/* status: 1 */
/* The callee counts its calls in a static local. */
int a[100];

static int next(void)
{
    static int calls;

    return ++calls;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = next();
}
