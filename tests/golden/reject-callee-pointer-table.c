/* status: 1 */
/* The function comes from a table, and one of them has a state. */
static int state;
int a[100];

static int pure(int x)
{
    return x + 1;
}

static int impure(int x)
{
    return state += x;
}

static int (*table[2])(int) = {pure, impure};

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = table[i % 2](i);
}
