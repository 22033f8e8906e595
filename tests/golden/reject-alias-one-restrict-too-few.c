/* status: 1 */
/* Of three pointers one is not restricted; it was made from another. */
void f(int n, int *restrict x)
{
    int *z = x + 1;

#pragma ppar for
    for (int i = 0; i < n; i++)
        z[i] = x[i];
}
