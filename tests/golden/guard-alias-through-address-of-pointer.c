/* The pointer's own address is taken, and it is changed through that. */
#include <stdlib.h>

static void redirect(int **place, int *target)
{
    *place = target;
}

int *f(void)
{
    int *a = malloc(100 * sizeof *a);
    int *b = malloc(100 * sizeof *b);

    redirect(&b, a + 1);
#pragma ppar for
    for (int i = 0; i < 99; i++)
        b[i] = a[i];
    return a;
}
