/* status: 1 */
/* The bound is a constant behind a comma, and something is printed before it. */
#include <stdio.h>

int a[10];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < (puts("asked"), 10); i++)
        a[i] = i;
}
