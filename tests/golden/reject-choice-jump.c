/* status: 1 */
/* The branch is left early when its choice was not made yet. */
void f(int n, int *restrict a, const int *restrict b)
{
#pragma ppar for
    for (int i = 1; i < n; i++) {
        int k = i - 1;
        do {
            if (i % 2 == 0) {
                if (b[i])
                    break;
                k = i;
            } else {
                k = i;
            }
        } while (0);
        a[i] = a[k] + 1;
    }
}
