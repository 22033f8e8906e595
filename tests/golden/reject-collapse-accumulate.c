static double out[30], v[40];

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++)
            out[i] = out[i] * 0.5 + v[j];
}
