/* status: 1 */
/* The loop may end before it comes to the last index. */
static double a[100];

void f(const int *restrict idx, const double *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (v[i] < 0)
            break;
        a[idx[i]] += v[i];
    }
}
