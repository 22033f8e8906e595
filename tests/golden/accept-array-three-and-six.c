/* status: 0 */
/* 3 * i and 6 * j + 1 never meet. */
int a[700];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[3 * i] = a[6 * i + 1];
}
