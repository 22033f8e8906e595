/* verdict: proven */
/* The bound is the result of a function without effects. */
#include "show.h"

static int limit(int n)
{
    return n - 2;
}

int main(void)
{
    int a[12];

    FILL(a, 12, -1);
#pragma ppar for
    for (int i = 1; i < limit(12); i++)
        a[i] = i;
    SHOW("%d", a, 12);
    return 0;
}
