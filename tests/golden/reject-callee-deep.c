/* status: 1 */
/* The collision is three calls down. */
static int a[100];

static void put(int *p, int v)
{
    p[1] = v;
}

static void pass(int *p, int v)
{
    put(p, v);
}

static void step(int i)
{
    pass(&a[i], a[i] + 1);
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        step(i);
}
