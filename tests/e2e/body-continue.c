/* verdict: proven */
/* continue ends the iteration, not the loop. */
#include "show.h"

int main(void)
{
    int a[24], b[24];

    FILL(a, 24, -1);
    FILL(b, 24, -2);
#pragma ppar for
    for (int i = 1; i < 23; i++) {
        a[i] = i;
        if (i % 3 == 0)
            continue;
        b[i] = 10 * i;
    }
    SHOW("%d", a, 24);
    SHOW("%d", b, 24);
    return 0;
}
