/* status: 0 */
/* Fewer iterations than the modulus. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i % 100] += i;
}
