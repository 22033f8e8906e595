/* An element that is not kept is written all the same. */
double x[200], out[400];

double *collect(int count)
{
    double *p = out;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        *p = x[i];
        if (x[i] > 0)
            p++;
    }
    return p;
}
