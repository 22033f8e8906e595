/* Callees write whole rows: m[i], and &v[i * width]. */
#include "show.h"

static void fill(int *row, int width, int seed)
{
    for (int k = 0; k < width; k++)
        row[k] = 100 * seed + k;
}

static void fill5(int row[5], int seed)
{
    for (int k = 1; k < 4; k++)
        row[k] = 100 * seed + k;
}

int main(void)
{
    int m[8][5], v[8 * 5];

    FILL(&m[0][0], 40, -1);
    FILL(v, 40, -1);
#pragma ppar for
    for (int i = 1; i < 7; i++)
        fill5(m[i], i);
#pragma ppar for
    for (int i = 1; i < 7; i++)
        fill(&v[i * 5], 5, i);
    SHOW("%d", &m[0][0], 40);
    SHOW("%d", v, 40);
    return 0;
}
