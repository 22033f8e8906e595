/* status: 0 */
/* Each element from itself. */
int a[100];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] = a[i] * a[i] + 1;
}
