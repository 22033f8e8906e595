/* verdict: proven */
/* The pragma goes over several lines, or has spaces and tabs in odd places. */
// clang-format off: the layout is the point
#include "show.h"

int main(void)
{
    int a[12], b[12];

    FILL(a, 12, -1);
    FILL(b, 12, -1);
#pragma ppar for workers(2) schedule(static)
    for (int i = 1; i < 11; i++)
        a[i] = i;
#pragma ppar for workers(3), schedule(dynamic, 2)
    for (int i = 1; i < 11; i++)
        b[i] = i;
    SHOW("%d", a, 12);
    SHOW("%d", b, 12);
    return 0;
}
