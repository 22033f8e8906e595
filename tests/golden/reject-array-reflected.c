/* status: 1 */
/* The second half reads what the first half wrote. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[99 - i] = a[i];
}
