void smooth(double *, const double *, int);

void f(double *out, const double *in, int n)
{
#pragma ppar for
    for (int i = 1; i < n - 1; i++)
        smooth(out, in, i);
}
