/* status: 1 */
/* Iterations without a write read what an earlier one wrote. */
int x;

void f(const int *restrict v, int *restrict y, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        v[i] > 0 && (x = v[i], 1);
        y[i] = x;
    }
}
