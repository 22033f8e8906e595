/* status: 0 */
/* The counters of inner loops are declared outside. */
int m[20][20];

void f(void)
{
    int i, j;

#pragma ppar for
    for (i = 0; i < 20; i++)
        for (j = 0; j < 20; j++)
            m[i][j] = i * j;
}
