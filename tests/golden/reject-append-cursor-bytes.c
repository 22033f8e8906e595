/* What is written is smaller than what is passed. */
double x[200], out[400];

double *collect(int count)
{
    double *p = out;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        *(float *)p = x[i];
        p++;
    }
    return p;
}
