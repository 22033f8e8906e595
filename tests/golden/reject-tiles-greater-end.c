/* The greater of two ends is not below each of them. */
void f(int s, int n, double *restrict a)
{
#pragma ppar for
    for (int b = 0; b < n; b++) {
        int low = b * s, high = low + s;
        if (high < n)
            high = n;
        for (int j = low; j < high; j++)
            a[j] = 2 * a[j];
    }
}
