/* verdict: proven */
/* A value through several levels of calls. */
#include "show.h"

static int low(int x)
{
    return x * x + 1;
}

static int middle(int x, int y)
{
    return low(x) - low(y);
}

static int high(int x)
{
    int sum = 0;

    for (int k = 0; k < x; k++)
        sum += middle(x, k);
    return sum;
}

int main(void)
{
    int a[16];

    FILL(a, 16, -1);
#pragma ppar for
    for (int i = 1; i < 15; i++)
        a[i] = high(i) + low(high(1));
    SHOW("%d", a, 16);
    return 0;
}
