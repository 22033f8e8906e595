/* status: 1 */
/* A search: the loop ends when something is found. */
int a[100], b[100];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n && b[i] != 0; i++)
        a[i] = i;
}
