/* The element behind the last of a row is the first of the next. */
void f(long *restrict a, int n, int w)
{
#pragma ppar for
    for (int i = n; i > 0; i--)
        for (int j = 0; j < w; j++)
            a[i * w + j] = a[i * w + w] + j;
}
