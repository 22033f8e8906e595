static double a[30][40];

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 15; i++)
        for (int j = 0; j < 40; j++)
            a[i + 15][j] = a[i][39 - j];
}
