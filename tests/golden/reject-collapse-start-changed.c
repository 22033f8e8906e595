static double a[30][40];
static int from;

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = from; j < 40; j++) {
            a[i][j] = 1;
            from = 5;
        }
}
