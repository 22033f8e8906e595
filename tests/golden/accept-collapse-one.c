static double v[30];

void work(void)
{
#pragma ppar for collapse(1)
    for (int i = 0; i < 30; i++) {
        v[i] = 0;
        for (int j = 0; j <= i; j++)
            v[i] += j;
    }
}
