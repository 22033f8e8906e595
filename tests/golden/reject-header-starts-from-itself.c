/* The counter's first value is its own, which was never set. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = i; i < 100; i++)
        a[i] = i;
}
