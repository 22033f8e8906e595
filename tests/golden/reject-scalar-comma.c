/* status: 1 */
/* The comma puts the read before the write. */
int a[100];

void f(void)
{
    int x = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = x, x = i;
}
