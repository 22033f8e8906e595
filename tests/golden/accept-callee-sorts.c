/* status: 0 */
/* Qsort on an array of the iteration's own. */
#include <stdlib.h>

int a[100], b[100][9];

static int compare(const void *x, const void *y)
{
    return *(const int *)x - *(const int *)y;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int v[9];

        for (int k = 0; k < 9; k++)
            v[k] = b[i][k];
        qsort(v, 9, sizeof v[0], compare);
        a[i] = v[4];
    }
}
