/* status: 1 */
/* Blocks overlap by one element, which is read first. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 20; i++)
        for (int k = 0; k < 5; k++)
            a[4 * i + k] = 2 * a[4 * i + k] + i;
}
