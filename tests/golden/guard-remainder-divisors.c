/* Divided by one number, multiplied with another: in rows that are long enough, each has its place. */
void f(long *restrict a, int n, int w, int v)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i / w * v + i % w] = 2 * a[i / w * v + i % w] + i;
}
