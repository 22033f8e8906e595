/* verdict: proven */
/* Single statements without braces, of several kinds. */
#include "show.h"

int main(void)
{
    int a[16], b[16], c[16][3], d[16];

    FILL(a, 16, -1);
    FILL(b, 16, -1);
    FILL(&c[0][0], 48, -1);
    FILL(d, 16, -1);
#pragma ppar for
    for (int i = 1; i < 15; i++)
        a[i] = i;
#pragma ppar for
    for (int i = 1; i < 15; i++)
        if (i % 2)
            b[i] = i;
        else
            b[i] = -i;
#pragma ppar for
    for (int i = 1; i < 15; i++)
        for (int k = 0; k < 3; k++)
            c[i][k] = i + k;
#pragma ppar for
    for (int i = 1; i < 15; i++)
        switch (i & 1) {
        case 0:
            d[i] = 5;
            break;
        default:
            d[i] = 6;
        }
    SHOW("%d", a, 16);
    SHOW("%d", b, 16);
    SHOW("%d", &c[0][0], 48);
    SHOW("%d", d, 16);
    return 0;
}
