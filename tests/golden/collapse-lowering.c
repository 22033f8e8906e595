/* Three loops, one of them counting down, that run from any iteration to any other one. */
static double b[4][5][6];

void fill(int h, int w)
{
    int i, j;
#pragma ppar for collapse(3)
    for (i = 0; i < 4; i++)
        for (j = h - 1; j >= 0; j -= 2) {
            for (short k = 0; k < w; k++)
                b[i][j][k] = i + j * k;
        }
}

void fill_whole(int h, int w, double *p)
{
#pragma ppar for collapse(2)
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++)
            p[y * w + x] = y - x;
}
