/* status: 1 */
/* The compiler may call get before set. */
static int last;
int a[100];

static int set(int i)
{
    return last = i;
}

static int get(void)
{
    return last;
}

static int both(int x, int y)
{
    return 100 * x + y;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = both(set(i), get());
}
