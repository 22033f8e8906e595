/* status: 1 */
/* The callee reads the element before. */
static int a[100];

static void step(int i)
{
    a[i] = a[i - 1] + 1;
}

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        step(i);
}
