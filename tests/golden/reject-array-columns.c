/* status: 1 */
/* The counter is in the second dimension. */
double m[20][20];

void f(void)
{
#pragma ppar for
    for (int j = 1; j < 20; j++)
        for (int i = 0; i < 20; i++)
            m[i][j] = 0.5 * m[i][j - 1];
}
