/* status: 1 */
/* The callee keeps a pointer and uses it in the next call. */
int a[100];

static void chain(int *p)
{
    static int *keep;

    if (keep != 0)
        *p = *keep + 1;
    keep = p;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        chain(&a[i]);
}
