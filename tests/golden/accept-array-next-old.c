/* status: 0 */
/* Reads what only a later iteration writes. */
int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 98; i++)
        a[i] = a[i + 1] + a[i + 2];
}
