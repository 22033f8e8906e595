/* status: 0 */
/* Rows of a matrix. */
double m[50][60], n[50][60];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        for (int j = 0; j < 60; j++)
            m[i][j] = n[i][j] + n[49 - i][j];
}
