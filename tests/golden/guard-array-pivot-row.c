/* Every row below the pivot from the pivot row. */
double a[50][50];

void f(int k)
{
#pragma ppar for
    for (int i = k + 1; i < 50; i++) {
        double factor = a[i][k] / a[k][k];

        for (int j = k; j < 50; j++)
            a[i][j] -= factor * a[k][j];
    }
}
