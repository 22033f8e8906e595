/* Rows that are only read may be one and the same. */
static double sums[100];

void f(double **m, int w)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        double sum = 0;
        for (int j = 0; j < w; j++)
            sum += m[i][j];
        sums[i] = sum;
    }
}

double g(int i)
{
    return sums[i];
}
