/* The first element of a tile is made from the last of the one before. */
void f(int s, int n, double *restrict a)
{
#pragma ppar for
    for (int b = 1; b < n; b++)
        for (int j = b * s; j < (b + 1) * s; j++)
            a[j] = 2 * a[j - 1];
}
