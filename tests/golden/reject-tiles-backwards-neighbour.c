/* Tiles from their ends on, one element too far. */
void f(int s, int n, double *restrict a)
{
#pragma ppar for
    for (int b = 0; b < n; b++)
        for (int j = (b + 1) * s; j > b * s; j--)
            a[j] = 2 * a[j - 1];
}
