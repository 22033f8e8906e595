/* verdict: proven */
/* Scratch arrays outside the loop, filled completely before they are read. */
#include "show.h"

int main(void)
{
    int a[20], t[8], m[3][4];

    FILL(a, 20, -1);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        int sum = 0;

        for (int k = 0; k < 8; k++)
            t[k] = i * k;
        for (int y = 0; y < 3; y++)
            for (int x = 0; x < 4; x++)
                m[y][x] = t[y] + t[x + 4];
        for (int y = 0; y < 3; y++)
            for (int x = 0; x < 4; x++)
                sum += m[y][x];
        a[i] = sum + t[7];
    }
    SHOW("%d", a, 20);
    return 0;
}
