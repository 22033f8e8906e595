/* status: 1 */
/* The bound's function gives more at each call. */
static int calls;

static int bound(int start)
{
    calls++;
    return start + (calls > 5 ? 17 : 16);
}

void f(int n, double *restrict a)
{
#pragma ppar for private(calls)
    for (int start = 0; start < n; start += 16) {
        calls = 0;
        for (int k = start; k < bound(start); k++)
            a[k] += 1;
    }
}
