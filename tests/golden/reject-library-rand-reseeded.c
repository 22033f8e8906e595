/* status: 1 */
/* srand in each iteration leaves another state behind than the serial run reads later. */
#include <stdlib.h>

int a[100];

int f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = rand();
        srand((unsigned)i);
    }
    return rand();
}
