/* verdict: proven */
/* A callee that writes the global array at the index that it is given. */
#include "show.h"

static int a[16], b[16];

static void put(int i, int value)
{
    a[i] = value;
}

static void compute(int i)
{
    put(i, i * i);
    b[i] = a[i] + 1;
}

int main(void)
{
    FILL(a, 16, -1);
    FILL(b, 16, -1);
#pragma ppar for
    for (int i = 1; i < 15; i++)
        compute(i);
    SHOW("%d", a, 16);
    SHOW("%d", b, 16);
    return 0;
}
