/* status: 1 */
/* The results are blocks from malloc. */
#include <stdlib.h>

int *p[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        p[i] = malloc(sizeof(int));
        if (p[i] != NULL)
            *p[i] = i;
    }
}
