static double a[30][40], t[9];

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++) {
            for (int k = 0; k < 9; k++)
                t[k] = i + j * k;
            for (int k = 1; k < 9; k++)
                a[i][j] += t[k] - t[k - 1];
        }
}
