/* verdict: proven */
/* Moving the elements one place down, and a 2-D picture one row up. */
#include "show.h"

int main(void)
{
    int a[30], m[6][5];

    for (int i = 0; i < 30; i++)
        a[i] = m[i / 5][i % 5] = i;
#pragma ppar for
    for (int i = 0; i < 29; i++)
        a[i] = a[i + 1];
#pragma ppar for
    for (int y = 0; y < 5; y++)
        for (int x = 0; x < 5; x++)
            m[y][x] = m[y + 1][x];
    SHOW("%d", a, 30);
    SHOW("%d", &m[0][0], 30);
    return 0;
}
