/* status: 1 */
/* The array may hold the indices. */
void f(int *a, int *idx, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[idx[i]] += 3;
}
