/* Each element is made of the one before. */
double x[200], out[400];

double *collect(int count)
{
    double *p = out;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        *p = p[-1] + x[i];
        p++;
    }
    return p;
}
