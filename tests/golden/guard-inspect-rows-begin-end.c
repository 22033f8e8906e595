/* Rows with a begin and an end of their own, counted from 1 and gone through backwards. */
static double value[1000];

void f(const long *restrict begin, const long *restrict end, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (long k = end[i] - 1; k >= begin[i]; k--)
            value[k - 1] *= 0.5;
}
