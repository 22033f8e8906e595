/* Blocks, the last of which ends early. */
static int least(int a, int b)
{
    if (a < b)
        return a;
    return b;
}

void f(int n, double *restrict a)
{
#pragma ppar for
    for (int start = 0; start < n; start += 16)
        for (int k = start; k < least(start + 16, n); k++)
            a[k] += 1;
}
