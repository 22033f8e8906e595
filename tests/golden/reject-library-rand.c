/* status: 1 */
/* rand has a hidden state. */
#include <stdlib.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = rand();
}
