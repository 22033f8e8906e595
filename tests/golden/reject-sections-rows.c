/* status: 1 */
/* The row before is read through the table of rows. */
void solve(double *row, const double *above, int w);
double **rows;

void f(int n, int w)
{
#pragma ppar for in(rows[i - 1][0 : w]) out(rows[i][0 : w])
    for (int i = 1; i < n; i++)
        solve(rows[i], rows[i - 1], w);
}
