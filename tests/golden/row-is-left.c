/* status: 1 */
/* Rows lie one behind the other: who leaves one is in the next, or in the one before. */
static int v[10][4], cube[8][5][3];
static struct {
    int head[2], tail;
} pair[50];
static int w[20], out[20];

void up(void)
{
#pragma ppar for
    for (int i = 0; i < 9; i++)
        for (int j = 0; j <= 4; j++)
            v[i][j] = 2 * v[i][j];
}

void down(void)
{
#pragma ppar for
    for (int i = 1; i < 10; i++)
        for (int j = 3; j >= -1; j--)
            out[i] += v[i][j], v[i][j] = i;
}

void reads(int n, int (*restrict rows)[4])
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        rows[i + 2][-4] = 2 * rows[i][0];
}

void three(void)
{
#pragma ppar for
    for (int i = 0; i < 7; i++)
        for (int j = 0; j < 5; j++)
            for (int k = 0; k < 3; k++)
                cube[i][j + 1][k] = 3 * cube[i][j][k];
}

void member(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++) {
        pair[0].head[i % 4] = i;
        out[i % 20] = pair[0].tail;
    }
}

void within(int n)
{
#pragma ppar for
    for (int i = 1; i < n; i++)
        w[i] = w[i - 1];
}
