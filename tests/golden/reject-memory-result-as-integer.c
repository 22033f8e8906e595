/* status: 1 */
/* The pointer is hidden in an integer. */
#include <stdint.h>
#include <stdlib.h>

uintptr_t p[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        p[i] = (uintptr_t)malloc(16);
}
