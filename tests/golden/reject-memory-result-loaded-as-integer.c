/* status: 1 */
/* The pointer lies in an array of the body before it becomes a number. */
#include <stdint.h>
#include <stdlib.h>

uintptr_t a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        void *block[1];
        block[0] = calloc(1, 8);
        a[i] = (uintptr_t)block[0];
    }
}
