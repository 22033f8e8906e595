/* Tiles are as long as they are apart, or shorter. */
void f(int s, int t, int n, double *restrict a)
{
#pragma ppar for
    for (int i = 0; i < n; i += s)
        for (int j = i; j < i + t; j++)
            a[j] = 2 * a[j];
}
