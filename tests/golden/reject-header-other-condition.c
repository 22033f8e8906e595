/* status: 1 */
/* The condition is not a bound for the counter. */
int a[100];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i * i < n; i++)
        a[i] = i;
}
