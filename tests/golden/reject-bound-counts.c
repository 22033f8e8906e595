/* status: 1 */
/* The bound counts how often it is asked for. */
int a[10], calls;

static int limit(void)
{
    calls++;
    return 10;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < limit(); i++)
        a[i] = i;
}
