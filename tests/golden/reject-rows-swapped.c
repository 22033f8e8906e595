/* status: 1 */
/* Two rows change places in the table, and then one is written. */
void f(double **m, const int *to, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        double *t = m[i];
        m[i] = m[to[i]];
        m[to[i]] = t;
        m[i][0] += 1;
    }
}
