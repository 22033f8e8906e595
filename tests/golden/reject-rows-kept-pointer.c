/* status: 1 */
/* The row of the iteration before. */
void f(double **m, int n)
{
    double *row = m[0];
#pragma ppar for
    for (int i = 1; i < n; i++) {
        m[i][0] = row[0] + 1;
        row = m[i];
    }
}
