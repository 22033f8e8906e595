/* status: 1 */
/* memset clears one element too many, which the next iteration reads. */
#include <string.h>

int a[100], b[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++) {
        b[i] = a[i];
        memset(&a[i], 0, 2 * sizeof a[0]);
    }
}
