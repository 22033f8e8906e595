/* status: 1 */
/* i >> 1 halves as i / 2 does. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i >> 1] = 2 * a[i >> 1] + i;
}
