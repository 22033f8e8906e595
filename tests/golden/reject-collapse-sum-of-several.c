static double a[30][40], sum;

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++)
            for (int k = 0; k < 3; k++)
                sum += a[i][j] * k;
}
