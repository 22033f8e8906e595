/* A recorded write, an inner loop and an outer one, all with pragmas, end at the same place. */
#include "show.h"

static void fill(int n, double a[][(unsigned char)n])
{
#pragma ppar for
    for (int i = 0; i < 20; i++)
#pragma ppar for
        for (int j = 0; j < n; j++)
            a[i][j] = i + 100 * j;
}

int main(void)
{
    double a[20][30];

    for (int i = 0; i < 20; i++)
        FILL(a[i], 30, -1);
    fill(30, a);
    for (int i = 0; i < 20; i++)
        SHOW("%g", a[i], 30);
    return 0;
}
