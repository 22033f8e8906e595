/* verdict: proven */
/* goto within the body, forwards and backwards. */
#include "show.h"

int main(void)
{
    int a[16];

    FILL(a, 16, -1);
#pragma ppar for
    for (int i = 1; i < 15; i++) {
        int x = i, steps = 0;

    again:
        if (x == 1)
            goto done;
        x = x % 2 ? 3 * x + 1 : x / 2;
        steps++;
        goto again;
    done:
        a[i] = steps;
    }
    SHOW("%d", a, 16);
    return 0;
}
