static int h, w;
static double *p;

void work(void)
{
#pragma ppar for collapse(2)
    for (int y = 0; y < h; y++)
        for (int x = 1; x < w; x++)
            p[y * w + x] = p[y * w + x - 1];
}
