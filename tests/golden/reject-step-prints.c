/* status: 1 */
/* The step is the same each time, and says so each time. */
#include <stdio.h>

int a[10];

static int one(void)
{
    puts("asked");
    return 1;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i += one())
        a[i] = i;
}
