/* status: 0 */
/* A sum of the iteration's own. */
double m[20][20], a[20];

void f(void)
{
    double sum;

#pragma ppar for
    for (int i = 0; i < 20; i++) {
        sum = 0.0;
        for (int j = 0; j < 20; j++)
            sum += m[i][j];
        a[i] = sum;
    }
}
