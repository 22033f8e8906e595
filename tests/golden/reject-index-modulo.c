/* status: 1 */
/* Three iterations apart is the same element. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i % 3] = 2 * a[i % 3] + i;
}
