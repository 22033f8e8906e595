static int a[30][40], t;

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++) {
            if (j == 0)
                t = i;
            a[i][j] = t;
        }
}
