/* verdict: proven */
/* Three dimensions, the counter in each of them in turn. */
#include "show.h"

static int a[4][5][6], b[4][5][6], c[4][5][6];

int main(void)
{
    FILL(&a[0][0][0], 120, -1);
    FILL(&b[0][0][0], 120, -1);
    FILL(&c[0][0][0], 120, -1);
#pragma ppar for
    for (int i = 1; i < 3; i++)
        for (int j = 1; j < 4; j++)
            for (int k = 1; k < 5; k++)
                a[i][j][k] = 100 * i + 10 * j + k;
#pragma ppar for
    for (int j = 1; j < 4; j++)
        for (int i = 1; i < 3; i++)
            for (int k = 1; k < 5; k++)
                b[i][j][k] = a[i][j][k] + 1;
#pragma ppar for
    for (int k = 1; k < 5; k++)
        for (int i = 0; i < 4; i++)
            c[i][i][k] = 7 * i + k;
    SHOW("%d", &a[0][0][0], 120);
    SHOW("%d", &b[0][0][0], 120);
    SHOW("%d", &c[0][0][0], 120);
    return 0;
}
