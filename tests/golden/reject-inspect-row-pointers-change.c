/* status: 1 */
/* The rows are moved while they are gone through. */
static int ptr[101];
static double v[1001];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        for (int k = ptr[i]; k < ptr[i + 1]; k++)
            v[k] *= 0.5;
        ptr[n - i] = 0;
    }
}
