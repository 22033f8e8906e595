/* status: 0 */
/* Array parameters with restrict inside the brackets. */
void f(int n, const double x[restrict], double y[restrict])
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        y[i] = x[i - 1];
}
