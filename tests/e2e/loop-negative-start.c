/* verdict: proven */
/* A counter that starts below 0 and passes it. */
#include "show.h"

int main(void)
{
    int a[24];

    FILL(a, 24, -1);
#pragma ppar for
    for (int i = -10; i < 12; i++)
        a[i + 11] = i;
    SHOW("%d", a, 24);
    return 0;
}
