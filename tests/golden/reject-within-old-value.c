/* status: 1 */
/* ++ needs the old value. */
int count[8];

int f(const int *restrict v, int *restrict y, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        y[i] = v[i] > 0 ? count[i % 8]++ : 0;
    return count[0];
}
