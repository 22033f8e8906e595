/* A function looks at the pointer. */
double x[200], out[400];
static void look(double **where)
{
    **where = 0;
}

double *collect(int count)
{
    double *p = out;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        *p++ = x[i];
        look(&p);
    }
    return p;
}
