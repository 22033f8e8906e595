/* status: 1 */
/* The whole array is sorted in each iteration. */
#include <stdlib.h>

int a[100], b[100];

static int compare(const void *x, const void *y)
{
    return *(const int *)x - *(const int *)y;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] += 10;
        qsort(a, 100, sizeof a[0], compare);
        b[i] = a[0];
    }
}
