/* Floating-point sums are repeated by the parent in the order of the iterations. */
double f(const double *x, int n)
{
    double sum = 0;

#pragma ppar for
    for (int i = 0; i < n; i++)
        sum += x[i] * x[i];
    return sum;
}
