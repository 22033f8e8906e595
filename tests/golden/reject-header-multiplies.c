/* status: 1 */
/* The step is a multiplication. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i *= 2)
        a[i] = i;
}
