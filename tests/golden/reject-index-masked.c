/* status: 1 */
/* Eight iterations apart is the same element. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i & 7] = 2 * a[i & 7] + i;
}
