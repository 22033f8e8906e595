/* status: 1 */
/* A handler is registered in each iteration. */
#include <stdlib.h>

static void handler(void)
{
}

int a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = atexit(handler);
}
