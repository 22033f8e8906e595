static double a[30][40];
static int looked;

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < looked++; j++)
            a[i][j] = 1;
}
