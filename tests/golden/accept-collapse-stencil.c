static double a[30][40], b[30][40];

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 1; i < 29; i++) {
        for (int j = 1; j < 39; j++) {
            a[i][j] = b[i - 1][j] + b[i + 1][j] + b[i][j - 1] + b[i][j + 1];
        }
    }
}
