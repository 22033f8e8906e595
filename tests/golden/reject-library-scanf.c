/* status: 1 */
/* Numbers are read from stdin. */
#include <stdio.h>

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (scanf("%d", &a[i]) != 1)
            a[i] = 0;
}
