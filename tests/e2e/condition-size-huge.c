/* verdict: proven */
/* Conditions on numbers of 64 bits that no signed one can hold. */
#include "show.h"

int main(void)
{
    unsigned long limit = ~0ul;
    int a[40], b[40];

    FILL(a, 40, -1);
    FILL(b, 40, -1);
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 40; i++) {
        if ((unsigned long)i < limit)
            a[i] = i;
        if (limit - 5 + (unsigned long)i > limit - 1)
            b[i] = i;
    }
    SHOW("%d", a, 40);
    SHOW("%d", b, 40);
    return 0;
}
