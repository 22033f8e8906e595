/* status: 1 */
/* Each place that reads, once, with the least pair of iterations for each place that writes. */
static double a[200], b[200];
static int seen;

static double previous(int i)
{
    seen = i;
    return b[i - 1];
}

void f(int n, int m)
{
#pragma ppar for
    for (int i = 2; i < n; i++) {
        a[i] = a[i - 1] + a[i - 2];
        a[i + 5] = a[i] + a[i + 50] + seen;
        b[i] = previous(i) + previous(i - 1);
        b[i + m] = i;
    }
}
