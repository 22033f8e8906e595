/* status: 1 */
/* Two iterations share i / 2. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i / 2] = 2 * a[i / 2] + i;
}
