/* verdict: proven */
/* Static scratch that a function reads after the loop. */
#include "show.h"

static int t[8];
static int used;

static int look(void)
{
    return t[3] + used;
}

int main(void)
{
    int a[12];

    FILL(a, 12, -1);
#pragma ppar for schedule(dynamic, 1)
    for (int i = 1; i < 11; i++) {
        for (int k = 0; k < 8; k++)
            t[k] = i + k;
        used = i;
        a[i] = t[i % 8];
    }
    SHOW("%d", a, 12);
    printf("%d\n", look());
    return 0;
}
