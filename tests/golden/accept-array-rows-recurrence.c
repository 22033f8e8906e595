/* status: 0 */
/* A recurrence within each row. */
double m[50][60];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        for (int j = 1; j < 60; j++)
            m[i][j] += 0.5 * m[i][j - 1];
}
