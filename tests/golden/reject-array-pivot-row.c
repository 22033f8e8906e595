/* status: 1 */
/* The pivot row is among the rows that change. */
double a[20][20];

void f(int k)
{
#pragma ppar for
    for (int i = k; i < 20; i++) {
        double factor = a[i][k] / 2.0;

        for (int j = 0; j < 20; j++)
            a[i][j] -= factor * a[k][j];
    }
}
