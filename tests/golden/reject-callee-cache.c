/* status: 1 */
/* Results are remembered for later iterations. */
static int cache[10];
int a[100];

static int slow(int k)
{
    if (cache[k] == 0)
        cache[k] = k * k + 1;
    return cache[k];
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = slow(i % 10);
}
