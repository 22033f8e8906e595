/* verdict: proven */
/* Each iteration fills a block of constant width. */
#include "show.h"

int main(void)
{
    int a[50];

    FILL(a, 50, -1);
#pragma ppar for
    for (int i = 1; i < 9; i++)
        for (int k = 0; k < 5; k++)
            a[5 * i + k] = 100 * i + k;
    SHOW("%d", a, 50);
    return 0;
}
