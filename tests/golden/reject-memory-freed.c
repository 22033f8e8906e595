/* status: 1 */
/* The body frees memory from before the loop. */
#include <stdlib.h>

int *p[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        free(p[i]);
}
