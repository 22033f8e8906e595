/* status: 0 */
/* Elements that are written when the data say so. */
int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (b[i] > 0)
            a[i] = b[i];
}
