static double a[30][40];

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 38; j >= 0; j--)
            a[i][j] = a[i][j + 1];
}
