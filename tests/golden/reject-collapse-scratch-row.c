static int a[30][40], row[40];

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++) {
            row[j] = i;
            a[i][j] = row[39 - j];
        }
}
