/* status: 0 */
/* The same, counting down. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 99; i > 1; i--)
        a[i] = a[i - 1] + a[i - 2];
}
