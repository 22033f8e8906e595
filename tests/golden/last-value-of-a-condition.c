/* status: 1 */
/* The variable is used after the loop, and which iteration wrote it last is not known. */
double f(const double *x, int n)
{
    double last = 0;

#pragma ppar for
    for (int i = 0; i < n; i++)
        if (x[i] > 1)
            last = 2 * x[i];
    return last;
}
