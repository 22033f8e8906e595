static int a[30][40], most, row, column;

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++)
            if (i == 0 || a[i][j] > most) {
                most = a[i][j];
                row = i;
                column = j;
            }
}
