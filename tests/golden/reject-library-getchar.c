/* status: 1 */
/* Characters are read from stdin. */
#include <stdio.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = getchar();
}
