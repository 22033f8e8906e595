/* A scratch array that is read after the loop: it holds what the last iteration left. */
#include "show.h"

static int scratch[6];

int main(void)
{
    int a[20];

    FILL(a, 20, -1);
    FILL(scratch, 6, -7);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        for (int k = 1; k < 5; k++)
            scratch[k] = 10 * i + k;
        a[i] = scratch[1] + scratch[4];
    }
    SHOW("%d", a, 20);
    SHOW("%d", scratch, 6);
    return 0;
}
