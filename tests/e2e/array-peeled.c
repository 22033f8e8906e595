/* verdict: proven */
/* Reads the neighbour only where no iteration writes it. */
#include "show.h"

int main(void)
{
    int a[40];

    for (int i = 0; i < 40; i++)
        a[i] = i;
#pragma ppar for
    for (int i = 20; i < 39; i++)
        a[i] = a[i - 20] + 1000;
    SHOW("%d", a, 40);
    return 0;
}
