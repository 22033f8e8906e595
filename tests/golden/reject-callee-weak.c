/* status: 1 */
/* Another file may replace the function. */
static int a[100];

__attribute__((weak)) int step(int i)
{
    return i;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = step(i);
}

int get(int i)
{
    return a[i];
}
