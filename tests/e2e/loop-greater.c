/* verdict: proven */
/* Counting down with >. */
#include "show.h"

int main(void)
{
    int a[24];

    FILL(a, 24, -1);
#pragma ppar for
    for (int i = 21; i > 1; i--)
        a[i] = 5 * i;
    SHOW("%d", a, 24);
    return 0;
}
