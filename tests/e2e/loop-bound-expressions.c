/* verdict: proven */
/* The start and the bound are expressions, macros, sizeof, members. */
#include "show.h"

#define N  20
#define LO (1 + 1)

struct range {
    int lo, hi;
};

int main(void)
{
    int a[N], b[N], c[N], n = 9;
    struct range r = {3, 15};

    FILL(a, N, -1);
    FILL(b, N, -1);
    FILL(c, N, -1);
#pragma ppar for
    for (int i = LO; i < 2 * n - 1; i++)
        a[i] = i;
#pragma ppar for
    for (int i = r.lo; i <= r.hi; i++)
        b[i] = i;
#pragma ppar for
    for (int i = 1; i < (int)(sizeof c / sizeof c[0]) - 1; i++)
        c[i] = i;
    SHOW("%d", a, N);
    SHOW("%d", b, N);
    SHOW("%d", c, N);
    return 0;
}
