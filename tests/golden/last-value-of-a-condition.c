/* status: 1 */
/* The variable is used after the loop, and a function knows which iteration wrote it last. */
static double last;

static void keep(double value)
{
    if (value > 1)
        last = 2 * value;
}

double f(const double *x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        keep(x[i]);
    return last;
}
