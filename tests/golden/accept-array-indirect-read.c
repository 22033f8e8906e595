/* status: 0 */
/* An index array for reading only. */
int a[100], b[100], idx[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = b[idx[i]];
}
