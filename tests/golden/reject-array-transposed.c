/* status: 1 */
/* In place, half of the elements have been overwritten when they are read. */
int m[20][20];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 20; j++)
            m[j][i] = m[i][j];
}
