/* status: 1 */
/* The header moves two variables. */
int a[100], b[100];

void f(void)
{
    int i, j;

#pragma ppar for
    for (i = 0, j = 99; i < j; i++, j--)
        a[i] = b[j];
}
