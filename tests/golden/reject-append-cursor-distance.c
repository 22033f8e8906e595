/* How many there are decides. */
double x[200], out[400];

double *collect(int count)
{
    double *p = out;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        if (p - out < i)
            *p++ = x[i];
    }
    return p;
}
