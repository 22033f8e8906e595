static double a[30][40];
static int m;

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < m; j++)
            if (a[i][j] > 3)
                m = 20;
}
