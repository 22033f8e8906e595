/* status: 1 */
/* The condition counts. */
int a[100];

void f(int n)
{
    int i = n;

#pragma ppar for
    for (i = n; i-- > 0;)
        a[i] = i;
}
