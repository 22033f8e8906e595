/* status: 1 */
/* Elements on one diagonal. */
void f(int **m, int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        for (int j = 0; j < n - 1; j++)
            m[i][j] = m[i - 1][j + 1] + m[i][j];
}
