/* What is beyond the end is dropped. */
double x[200], out[400];

double *collect(int count)
{
    double *p = out;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        if (p < out + 300)
            *p++ = x[i];
    }
    return p;
}
