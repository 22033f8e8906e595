static double v[40];
static int index[40];

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++)
            v[index[j]] = v[index[j]] * 2 + i;
}
