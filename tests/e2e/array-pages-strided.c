/* verdict: proven */
/* Many pages, of which the loop writes every seventh element; then every element in columns. */
#include "show.h"

static int a[20000], m[100][200];

int main(void)
{
    FILL(a, 20000, -1);
    FILL(&m[0][0], 20000, -1);
#pragma ppar for
    for (int i = 1; i < 2850; i++)
        a[7 * i] = i;
#pragma ppar for
    for (int x = 1; x < 199; x++)
        for (int y = 0; y < 100; y++)
            m[y][x] = 1000 * y + x;
    SHOW("%d", a, 20000);
    SHOW("%d", &m[0][0], 20000);
    return 0;
}
