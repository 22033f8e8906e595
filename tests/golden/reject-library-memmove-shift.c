/* status: 1 */
/* memmove shifts the whole array. */
#include <string.h>

int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        b[i] = a[0];
        memmove(&a[0], &a[1], 99 * sizeof a[0]);
    }
}
