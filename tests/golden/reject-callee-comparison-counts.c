/* status: 1 */
/* The comparison function given to qsort has a state. */
#include <stdlib.h>

static int comparisons;
int a[100];

static int compare(const void *x, const void *y)
{
    comparisons++;
    return *(const int *)x - *(const int *)y;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int v[3] = {i, 5, 50};

        qsort(v, 3, sizeof v[0], compare);
        a[i] = v[1] + comparisons;
    }
}
