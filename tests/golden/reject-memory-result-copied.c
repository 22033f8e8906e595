/* status: 1 */
/* The pointer to the block is copied as bytes. */
#include <stdlib.h>
#include <string.h>

char *a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *block = calloc(1, 8);
        memcpy(&a[i], &block, sizeof block);
    }
}
