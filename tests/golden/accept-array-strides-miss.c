/* status: 0 */
/* 2 * i and 2 * j + 1 never meet. */
int a[201];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[2 * i] = a[2 * i + 1] + a[1];
}
