/* status: 1 */
/* Two iterations share a row, where one reads what the other writes. */
void f(double **m, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        m[i / 2][i % 2] = m[(i - 1) / 2][(i - 1) % 2];
}
