/* status: 1 */
/* flags: --analysis-limit=0.000001 */
/* No time at all for the analysis. */
void f(double *restrict a, const double *restrict b, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        a[i] = a[i] + b[i];
}
