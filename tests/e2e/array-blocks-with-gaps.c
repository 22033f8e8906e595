/* verdict: proven */
/* Blocks that do not touch: what lies between them keeps its value. */
#include "show.h"

int main(void)
{
    int a[80];

    FILL(a, 80, -1);
#pragma ppar for
    for (int i = 1; i < 9; i++)
        for (int k = 0; k < 5; k += 2)
            a[8 * i + k] = 100 * i + k;
    SHOW("%d", a, 80);
    return 0;
}
