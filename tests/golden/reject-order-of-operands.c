/* status: 1 */
/* Of two calls in a sum either can come first. */
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

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = set(i) + get();
}
