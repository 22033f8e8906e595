/* verdict: proven */
/* A two-dimensional array of variable length, as a local and as a parameter. */
#include "show.h"

static void twice(int h, int w, int m[h][w])
{
#pragma ppar for
    for (int y = 1; y < h - 1; y++)
        for (int x = 1; x < w - 1; x++)
            m[y][x] *= 2;
}

static void work(int h, int w)
{
    int m[h][w];

    FILL(&m[0][0], h * w, -1);
#pragma ppar for
    for (int y = 1; y < h - 1; y++)
        for (int x = 0; x < w; x++)
            m[y][x] = 100 * y + x;
    twice(h, w, m);
    SHOW("%d", &m[0][0], h * w);
}

int main(void)
{
    work(5, 6);
    work(7, 3);
    return 0;
}
