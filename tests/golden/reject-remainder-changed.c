/* The quotient is that of another number than the remainder. */
void f(long *restrict a, int n, int w)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        int y = i / w, at = i + 1;
        a[y * w + at % w] = 2 * a[y * w + at % w] + i;
    }
}
