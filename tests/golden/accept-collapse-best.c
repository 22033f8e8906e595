static int a[30][40], most, row, column;

void work(void)
{
    most = -1;
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++)
            if (a[i][j] >= most) {
                most = a[i][j];
                row = i;
                column = j;
            }
}
