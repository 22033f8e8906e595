extern int h, w;
extern double *restrict p;

void work(void)
{
#pragma ppar for collapse(2)
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++)
            p[y * w + x] = y + x;
}
