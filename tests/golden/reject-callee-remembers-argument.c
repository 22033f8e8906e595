/* status: 1 */
/* The callee returns what it was given the time before. */
int a[100];

static int previous(int x)
{
    static int last;
    int result = last;

    last = x;
    return result;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = previous(i);
}
