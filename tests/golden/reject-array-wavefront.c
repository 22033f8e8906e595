/* status: 1 */
/* A sweep in two dimensions depends on the row above. */
double m[20][20];

void f(void)
{
#pragma ppar for
    for (int i = 1; i < 20; i++)
        for (int j = 1; j < 20; j++)
            m[i][j] = m[i - 1][j] + m[i][j - 1];
}
