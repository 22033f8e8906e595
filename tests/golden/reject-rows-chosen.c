/* status: 1 */
/* This row, or the first one. */
void f(double **m, const int *first, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        double *row = first[i] ? m[0] : m[i];
        row[0] = 2 * row[0] + i;
    }
}
