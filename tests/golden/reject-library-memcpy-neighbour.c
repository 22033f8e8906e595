/* status: 1 */
/* memcpy into the next element. */
#include <string.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        memcpy(&a[i + 1], &a[i], sizeof a[0]);
}
