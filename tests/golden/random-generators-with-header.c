/* status: 1 */
/* The header is there already. */
#include <stdlib.h>
#include <ppar.h>

int a[100];

static int dice(void)
{
    return 1 + rand() % 6 + rand() % 6;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = dice();
}
