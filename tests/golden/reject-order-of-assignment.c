/* status: 1 */
/* The subscript on the left may be computed before or after the value on the right. */
static int last;
int a[200];

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
        a[get() + i] = set(i);
}
