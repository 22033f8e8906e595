/* status: 1 */
/* The offset (size_t)-1 is the element before. */
#include <stddef.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (size_t i = 1; i < 100; i++)
        a[i] = a[i + (size_t)-1] + 1;
}
