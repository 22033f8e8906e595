/* Blocks of an array that a function of another file fills from blocks of another one. */
void fill(double *to, const double *from, int w);

void f(double *restrict a, const double *restrict b, int n, int w)
{
#pragma ppar for in(b[i * w : w]) out(a[i * w : w])
    for (int i = 0; i < n; i++)
        fill(a + i * w, b + i * w, w);
}
