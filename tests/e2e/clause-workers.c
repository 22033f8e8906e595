/* verdict: proven */
/* workers(e): constants, expressions, one, more than iterations. */
#include "show.h"

static int twice(int x)
{
    return 2 * x;
}

int main(void)
{
    int a[20], n = 2;

    (void)n, (void)twice; /* used by the pragmas alone */
    FILL(a, 20, -1);
#pragma ppar for workers(1)
    for (int i = 1; i < 19; i++)
        a[i] = i;
    SHOW("%d", a, 20);
#pragma ppar for workers(n + 1)
    for (int i = 1; i < 19; i++)
        a[i] += i;
    SHOW("%d", a, 20);
#pragma ppar for workers(twice(n))
    for (int i = 1; i < 19; i++)
        a[i] += i;
    SHOW("%d", a, 20);
#pragma ppar for workers(50)
    for (int i = 1; i < 4; i++)
        a[i] += i;
    SHOW("%d", a, 20);
    return 0;
}
