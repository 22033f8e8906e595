static double out[30], v[40], sum;

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++) {
            if (j == 0)
                sum = 0;
            sum += v[j];
            if (j == 39)
                out[i] = sum;
        }
}
