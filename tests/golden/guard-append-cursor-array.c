/* The array is read by its name. */
double x[200], out[400];

double *collect(int count)
{
    double *p = out;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        *p++ = x[i] + out[i];
    }
    return p;
}
