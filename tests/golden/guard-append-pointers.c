/* Two pointers. */
int collect(const double *x, int count, double *out)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++)
        if (x[i] > 0)
            out[n++] = x[i];
    return n;
}
