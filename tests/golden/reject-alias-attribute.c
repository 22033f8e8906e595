/* status: 1 */
/* One array has two names. */
int a[100] = {1};
extern int b[100] __attribute__((alias("a")));

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        b[i + 1] = a[i] + 1;
}
