/* Counters of the narrow integer types. */
#include "show.h"

int main(void)
{
    int a[20], b[20], c[20], d[20];

    FILL(a, 20, -1);
    FILL(b, 20, -1);
    FILL(c, 20, -1);
    FILL(d, 20, -1);
#pragma ppar for
    for (signed char i = 1; i < 19; i++)
        a[i] = i;
#pragma ppar for
    for (unsigned char i = 1; i < 19; i++)
        b[i] = i;
#pragma ppar for
    for (short i = 18; i > 0; i--)
        c[i] = i;
#pragma ppar for
    for (unsigned short i = 1; i <= 18; i += 2)
        d[i] = i;
    SHOW("%d", a, 20);
    SHOW("%d", b, 20);
    SHOW("%d", c, 20);
    SHOW("%d", d, 20);
    return 0;
}
