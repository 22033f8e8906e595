/* status: 1 */
/* The bound is the same each time, and says so each time. */
#include <stdio.h>

int a[10];

static int limit(void)
{
    puts("asked");
    return 10;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < limit(); i++)
        a[i] = i;
}
