/* status: 0 */
/* Into another matrix. */
int m[50][50], n[50][50];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        for (int j = 0; j < 50; j++)
            n[j][i] = m[i][j];
}
