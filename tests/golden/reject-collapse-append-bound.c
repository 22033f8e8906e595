static int out[4000], n = 5;

void work(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < n; j++)
            out[n++] = i + j;
}
