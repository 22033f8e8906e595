/* verdict: proven */
/* &, | and ^. */
#include "show.h"

int main(void)
{
    unsigned all = 0xffffffffu, any = 0x100u, parity = 0x55u;
    int mask = -1;

#pragma ppar for
    for (int k = 0; k < 70; k++) {
        all &= ~(1u << (k % 20));
        any |= 1u << (k % 7);
        parity ^= (unsigned)k * 2654435761u;
        mask = mask & (k | ~0x3f);
    }
    printf("%x %x %x %x\n", all, any, parity, (unsigned)mask);
    return 0;
}
