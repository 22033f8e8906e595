/* status: 1 */
/* A pointer walks through the table. */
void f(double **m, const int *skip, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        double **p = m;
        for (int k = 0; k < skip[i]; k++)
            p++;
        p[0][0] += i;
    }
}
