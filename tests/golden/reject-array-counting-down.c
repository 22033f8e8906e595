/* status: 1 */
/* Counting down, an iteration reads what the one before it wrote. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 99; i > 0; i--)
        a[i - 1] = a[i];
}
