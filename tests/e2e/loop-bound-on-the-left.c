/* The bound may stand on the left of the comparison. */
#include "show.h"

int main(void)
{
    int a[24], b[24];

    FILL(a, 24, -1);
    FILL(b, 24, -1);
#pragma ppar for
    for (int i = 1; 23 > i; i++)
        a[i] = i;
#pragma ppar for
    for (int i = 22; 1 <= i; i--)
        b[i] = i;
    SHOW("%d", a, 24);
    SHOW("%d", b, 24);
    return 0;
}
