/* verdict: proven */
/* Counting down to 0 with >=; pre-decrement. */
#include "show.h"

int main(void)
{
    int a[24];

    FILL(a, 24, -1);
#pragma ppar for
    for (int i = 20; i >= 0; --i)
        a[i + 1] = 7 * i;
    SHOW("%d", a, 24);
    return 0;
}
