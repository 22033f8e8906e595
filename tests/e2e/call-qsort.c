/* verdict: proven */
/* qsort and bsearch on data of the iteration's own. */
#include "show.h"

#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    return (x > y) - (x < y);
}

int main(void)
{
    int median[14];

    FILL(median, 14, -1);
#pragma ppar for
    for (int i = 1; i < 13; i++) {
        int v[9];

        for (int k = 0; k < 9; k++)
            v[k] = (i * 31 + k * 47) % 101;
        qsort(v, 9, sizeof v[0], compare);
        median[i] = v[4];
    }
    SHOW("%d", median, 14);
    return 0;
}
