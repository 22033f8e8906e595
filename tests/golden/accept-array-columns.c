/* status: 0 */
/* Columns of a matrix. */
double m[50][60];

void f(void)
{
#pragma ppar for
    for (int j = 0; j < 60; j++)
        for (int i = 1; i < 50; i++)
            m[i][j] += m[i - 1][j];
}
