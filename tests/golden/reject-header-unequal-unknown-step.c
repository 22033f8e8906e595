/* status: 1 */
/* Which way the counter goes is not known. */
int a[100];

void f(int d)
{
#pragma ppar for
    for (int i = 10; i != 0; i += d)
        a[i] = a[i + 1] + i;
}
