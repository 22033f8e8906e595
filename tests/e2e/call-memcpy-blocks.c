/* verdict: proven */
/* memcpy from the next block, memset over overlapping ones. */
#include "show.h"

#include <string.h>

int main(void)
{
    int a[40], b[40];

    for (int i = 0; i < 40; i++)
        a[i] = b[i] = i;
#pragma ppar for
    for (int i = 0; i < 9; i++)
        memcpy(&a[4 * i], &a[4 * i + 4], 4 * sizeof(int));
#pragma ppar for
    for (int i = 0; i < 12; i++)
        memset(&b[3 * i], i, 5 * sizeof(int));
    SHOW("%d", a, 40);
    SHOW("%x", b, 40);
    return 0;
}
