/* The counter is above what a signed number of 64 bits can hold. */
#include "show.h"

int main(void)
{
    unsigned long base = 1ul << 63;
    int a[20];

    FILL(a, 20, -1);
#pragma ppar for schedule(static, 1)
    for (unsigned long i = base; i < base + 20; i++)
        if (i > 5)
            a[i - base] = (int)(i - base);
    SHOW("%d", a, 20);
    return 0;
}
