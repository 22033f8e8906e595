/* status: 1 */
/* The first block is one element longer than the others. */
static int end_of(int start, int n)
{
    if (start + 16 > n)
        return n;
    if (start == 0)
        return 17;
    return start + 16;
}

void f(int n, double *restrict a)
{
#pragma ppar for
    for (int start = 0; start < n; start += 16)
        for (int k = start; k < end_of(start, n); k++)
            a[k] += 1;
}
