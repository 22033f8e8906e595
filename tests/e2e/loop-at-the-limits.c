/* Counters near the ends of their types: the number of iterations must not be computed in a type
   that overflows. */
#include "show.h"

#include <limits.h>

int main(void)
{
    int a[9], b[9], c[9], d[9];

    FILL(a, 9, -1);
    FILL(b, 9, -1);
    FILL(c, 9, -1);
    FILL(d, 9, -1);
#pragma ppar for
    for (int i = INT_MAX - 7; i < INT_MAX; i++)
        a[i - (INT_MAX - 8)] = i;
#pragma ppar for
    for (int i = INT_MIN + 7; i > INT_MIN; i--)
        b[i - INT_MIN] = i;
#pragma ppar for
    for (unsigned i = UINT_MAX - 7; i < UINT_MAX; i++)
        c[i - (UINT_MAX - 8)] = (int)(UINT_MAX - i);
#pragma ppar for
    for (signed char i = 119; i < 127; i++)
        d[i - 118] = i;
    SHOW("%d", a, 9);
    SHOW("%d", b, 9);
    SHOW("%d", c, 9);
    SHOW("%d", d, 9);
    return 0;
}
