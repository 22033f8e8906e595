/* Loops that append, one inside the other, again and again with one counter. */
#include "show.h"

static int out[3000];

int main(void)
{
    int n = 0;

    for (int round = 0; round < 5; round++) {
#pragma ppar for
        for (int y = 0; y < 12; y++) {
            out[n++] = -y;
#pragma ppar for
            for (int x = 0; x < 40; x++)
                if ((x * y + round) % 3 == 0)
                    out[n++] = x + 100 * y;
        }
    }
    printf("%d\n", n);
    SHOW("%d", out, 3000);
    return 0;
}
