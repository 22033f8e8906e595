/* A pointer goes on from what is positive. */
double *collect(const double *x, int count, double *to)
{
#pragma ppar for
    for (int i = 0; i < count; i++)
        if (x[i] > 0)
            *to++ = x[i];
    return to;
}
