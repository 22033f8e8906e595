/* status: 1 */
/* This row, or the one before: the offset in the rows is one of two. */
void f(double **m, int k, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++) {
        double *row = i > k ? m[i] : m[i - 1];
        row[0] = 2 * row[0] + i;
    }
}
