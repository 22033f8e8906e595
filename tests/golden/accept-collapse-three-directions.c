static int b[4][5][6];

void work(void)
{
#pragma ppar for collapse(3)
    for (int i = 3; i >= 0; i--)
        for (unsigned char j = 0; j < 5; j += 2)
            for (long k = 0; k != 6; k++)
                b[i][j][k] = b[i][j][k] + 1;
}
