/* Some elements go elsewhere. */
double x[200], out[400];
double rest[400];

double *collect(int count)
{
    double *p = out;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        if (x[i] < -100)
            p = rest;
        *p++ = x[i];
    }
    return p;
}
