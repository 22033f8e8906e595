/* Three tables, one of which is written. */
void f(double **c, double **a, double **b, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int k = 0; k < n; k++)
                sum += a[i][k] * b[k][j];
            c[i][j] = sum;
        }
}
