/* status: 1 */
/* Where the choice falls on the one before, it is a recurrence. */
void f(int n, int *restrict a, const int *restrict up)
{
#pragma ppar for
    for (int i = 1; i < n; i++) {
        int k = up[i] ? i : i - 1;
        a[i] = a[k] + 1;
    }
}
