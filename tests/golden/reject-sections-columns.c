/* status: 1 */
/* A row further in a matrix is what another iteration writes. */
void solve(double *row, const double *above);
double m[50][20];

void f(void)
{
#pragma ppar for in(m[i - 1][0 : 20]) out(m[i][0 : 20])
    for (int i = 1; i < 50; i++)
        solve(m[i], m[i - 1]);
}
