/* Distances from the end, in every second place of the index array. */
static double a[1001];

void f(const unsigned char *restrict index, const double *restrict v, int n)
{
#pragma ppar for
    for (int i = n - 1; i >= 0; i--)
        a[1000 - index[2 * i + 1]] += v[i];
}
