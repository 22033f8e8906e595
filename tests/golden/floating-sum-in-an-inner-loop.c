/* status: 1 */
/* Several updates in an iteration: their order is the order of rounding. */
double f(double m[][8], int n)
{
    double sum = 0;

#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int k = 0; k < 8; k++)
            sum += m[i][k];
    return sum;
}
