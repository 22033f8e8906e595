/* status: 0 */
/* Even elements from odd ones. */
int a[201];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 100; i++)
        a[2 * i] = a[2 * i - 1] + a[2 * i + 1];
}
