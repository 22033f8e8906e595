/* verdict: proven */
/* Callees leave results in outer scalars by their address. */
#include "show.h"

static void divide(int a, int b, int *quotient, int *rest)
{
    *quotient = a / b;
    *rest = a % b;
}

int main(void)
{
    int a[20], q, r;

    FILL(a, 20, -1);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        divide(1000, i, &q, &r);
        a[i] = 10000 * r + q;
    }
    SHOW("%d", a, 20);
    return 0;
}
