/* The last tile is cut; the smaller of two ends is below each of them. */
void f(int s, int n, double *restrict a)
{
#pragma ppar for
    for (int i = 0; i < n; i += s) {
        int end = i + s < n ? i + s : n;
        for (int j = i; j < end; j++)
            a[j] = 2 * a[j];
    }
}
