static double a[30][40];

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 1; i < 30; i++)
        for (int j = 0; j < 40; j++)
            a[i][j] = a[i - 1][39 - j];
}
