/* status: 1 */
/* i * i meets later counters. */
int a[10000];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i * i] = a[i] + 1;
}
