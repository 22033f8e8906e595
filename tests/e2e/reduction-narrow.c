/* Sums in types narrower than int wrap as they do serially. */
#include "show.h"

int main(void)
{
    unsigned char c = 250;
    short s = 32000;
    unsigned short us = 65000;
    signed char sc = 100;

#pragma ppar for
    for (int k = 0; k < 1000; k++) {
        c += 7;
        s += 11;
        us += (unsigned short)k;
        sc = (signed char)(sc + 3);
    }
    printf("%d %d %d %d\n", c, s, us, sc);
    return 0;
}
