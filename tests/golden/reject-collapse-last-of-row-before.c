static double out[30], v[30];

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++)
            if (j == 39)
                out[i] = j;
            else if (j == 0 && i > 0)
                v[i] = out[i - 1];
}
