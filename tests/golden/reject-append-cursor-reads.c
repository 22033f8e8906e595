/* The pointer is read from. */
double x[200], out[400];

double *collect(int count)
{
    double *p = out;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[i] = *p++;
    }
    return p;
}
