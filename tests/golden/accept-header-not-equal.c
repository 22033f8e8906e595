/* status: 0 */
/* != as the bound. */
int a[100];

void f(int n)
{
    int i;

#pragma ppar for
    for (i = 0; i != n; i++)
        a[i] = i;
}
