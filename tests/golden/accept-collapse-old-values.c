static double a[30][40];

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 29; i++)
        for (int j = 0; j < 39; j++)
            a[i][j] = a[i][j + 1] + a[i + 1][j];
}
