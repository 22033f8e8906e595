/* Where the element is, is kept. */
double x[200], out[400];
double *at[200];

double *collect(int count)
{
    double *p = out;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        at[i] = p;
        *p++ = x[i];
    }
    return p;
}
