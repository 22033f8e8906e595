/* verdict: proven */
/* Blocks that overlap: the later iteration's value stands. */
#include "show.h"

int main(void)
{
    int a[50];

    FILL(a, 50, -1);
#pragma ppar for
    for (int i = 1; i < 20; i++)
        for (int k = 0; k < 5; k++)
            a[2 * i + k] = 100 * i + k;
    SHOW("%d", a, 50);
    return 0;
}
