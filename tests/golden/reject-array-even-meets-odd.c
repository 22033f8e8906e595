/* status: 1 */
/* 2 * i and 2 * i + 2 do meet. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 49; i++)
        a[2 * i + 2] = a[2 * i];
}
