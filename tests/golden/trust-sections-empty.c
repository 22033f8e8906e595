/* Counts that are negative or zero: nothing is written. */
void fill(double *p, int w);

void f(double *a, int n, int w)
{
#pragma ppar for out(a[i * w : w - 3])
    for (int i = 0; i < n; i++)
        fill(a + i * w, w - 3);
}
