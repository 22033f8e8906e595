/* verdict: proven */
/* Each element from itself, with every compound assignment. */
#include "show.h"

int main(void)
{
    int a[24];
    unsigned u[24];

    for (int i = 0; i < 24; i++) {
        a[i] = 5 * i;
        u[i] = 77777u * (unsigned)i;
    }
#pragma ppar for
    for (int i = 1; i < 23; i++) {
        a[i] += i;
        a[i] *= 3;
        a[i] -= 4;
        a[i] /= 2;
        a[i] %= 100;
        u[i] <<= 3;
        u[i] >>= 1;
        u[i] |= 1u;
        u[i] &= ~4u;
        u[i] ^= 0xff00u;
        a[i]++;
        --a[i];
        u[i]--;
    }
    SHOW("%d", a, 24);
    SHOW("%u", u, 24);
    return 0;
}
