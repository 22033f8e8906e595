/* verdict: proven */
/* Comma, conditional operator, assignment as a value, compound assignment. */
#include "show.h"

int main(void)
{
    int a[16], b[16];

    FILL(a, 16, -1);
    FILL(b, 16, -1);
#pragma ppar for
    for (int i = 1; i < 15; i++) {
        int x, y;

        x = (y = 2 * i, y + 1);
        a[i] = b[i] = x > 10 ? x : y;
        a[i] += 3, a[i] <<= 1;
        b[i] ^= 0x55;
        a[i]++;
        --b[i];
    }
    SHOW("%d", a, 16);
    SHOW("%d", b, 16);
    return 0;
}
