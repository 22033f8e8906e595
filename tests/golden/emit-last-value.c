/* After the loop the scalar is what the last iteration left. */
double f(const double *x, int n)
{
    double last = 0;

#pragma ppar for
    for (int i = 0; i < n; i++)
        last = 2 * x[i];
    return last;
}
