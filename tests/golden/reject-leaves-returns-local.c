/* status: 1 */
/* The pointer leads to a variable of the iteration. */
static double kept;

double *f(const double *x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        static double seen;
        double here[2] = {x[i], 1};
        double *p = x[i] > 5 ? here : &kept;
        seen = *p;
        if (seen > 1)
            return p;
    }
    return 0;
}
