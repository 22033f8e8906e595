/* status: 0 */
/* Three dimensions, the counter in the middle. */
int a[10][20][30];

void f(void)
{
#pragma ppar for
    for (int j = 0; j < 20; j++)
        for (int i = 0; i < 10; i++)
            for (int k = 0; k < 30; k++)
                a[i][j][k] = i + j + k;
}
