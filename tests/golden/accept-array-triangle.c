/* status: 0 */
/* The lower triangle. */
int m[50][50];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        for (int j = 0; j <= i; j++)
            m[i][j] = i * j;
}
