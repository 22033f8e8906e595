/* Each tile has the first element of the next one. */
void f(int s, int n, double *restrict a)
{
#pragma ppar for
    for (int i = 0; i < n; i += s)
        for (int j = i; j <= i + s; j++)
            a[j] = 2 * a[j];
}
