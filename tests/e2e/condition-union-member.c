/* verdict: proven */
/* The bound in the condition is read as another type than the first member's. */
#include "show.h"

static union {
    int i;
    unsigned u;
} limit;

int main(void)
{
    int a[40], n = -1;

    limit.i = -1;
    FILL(a, 40, -1);
#pragma ppar for schedule(static, 1)
    for (unsigned i = 0; i < 40; i++)
        if (i < limit.u)
            a[i] = (int)i;
    SHOW("%d", a, 40);
    FILL(a, 40, -1);
#pragma ppar for schedule(static, 1)
    for (unsigned i = 0; i < 40; i++)
        if (i < *(unsigned *)&n)
            a[i] = (int)i;
    SHOW("%d", a, 40);
    return 0;
}
