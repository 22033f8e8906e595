static int out[1200], n, a[30][40];

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 39; j >= 0; j--)
            if (a[i][j] > 0)
                out[n++] = a[i][j];
}
