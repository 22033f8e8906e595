/* The last element of a row is counted from the row's end. */
void f(long *restrict a, int n, int w)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < w; j++)
            a[i * w + j] += a[i * w + w - 1] + j;
}
