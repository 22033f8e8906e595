/* status: 1 */
/* A statement expression holds the break. */
double f(const double *x, double *y, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        y[i] = 1 + ({
                   if (x[i] < 0)
                       break;
                   x[i];
               });
    return y[0];
}
