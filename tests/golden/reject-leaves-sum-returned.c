/* status: 1 */
/* What is returned from the middle is the sum so far. */
double f(const double *x, int n)
{
    double sum = 0;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        sum += x[i];
        if (x[i] < 0)
            return sum;
    }
    return sum;
}
