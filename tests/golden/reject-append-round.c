/* A loop inside wraps round to its bound, so that it goes further than it seems. */
int collect(const int *x, int count, int *out)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++)
        for (unsigned char k = 5; k != 3; k++)
            out[n++] = x[k];
    return n;
}
