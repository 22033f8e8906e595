/* status: 1 */
/* 3 * i and 2 * i meet in some elements only. */
int a[200];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 50; i++)
        a[3 * i] = a[2 * i];
}
