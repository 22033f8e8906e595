static int a[30][40];

static unsigned mixed(unsigned h, unsigned part)
{
    return h * 31u + part;
}

unsigned work(void)
{
    unsigned h = 7;
#pragma ppar for collapse(2) reduction(mixed : h)
    for (int i = 0; i < 30; i++)
        for (int j = 0; j < 40; j++) {
            if (j == 0)
                h = 7;
            h = mixed(h, (unsigned)a[i][j]);
        }
    return h;
}
