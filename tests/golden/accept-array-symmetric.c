/* status: 0 */
/* The upper triangle goes to the lower one. */
int m[50][50];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        for (int j = i + 1; j < 50; j++)
            m[j][i] = m[i][j];
}
