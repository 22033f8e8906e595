static int b[4][5][6];

void work(void)
{
#pragma ppar for collapse(3)
    for (int i = 0; i < 4; i++)
        for (int j = 1; j < 5; j++)
            for (int k = 0; k < 6; k++)
                b[i][j][k] = b[i][j - 1][k];
}
