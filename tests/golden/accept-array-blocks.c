/* status: 0 */
/* Blocks of constant width, updated. */
int a[400];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        for (int k = 0; k < 4; k++)
            a[4 * i + k] += k;
}
