/* status: 1 */
/* How long each row is, data say: they cannot be looked through. */
void f(double **m, const int *length, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < length[i]; j++)
            m[i][j] *= 2;
}
