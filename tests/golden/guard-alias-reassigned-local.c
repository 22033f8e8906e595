/* The pointer had fresh memory once, and was then given another. */
#include <stdlib.h>

int *f(void)
{
    int *a = malloc(100 * sizeof *a);
    int *b = malloc(100 * sizeof *b);

    b = a + 1;
#pragma ppar for
    for (int i = 0; i < 99; i++)
        b[i] = a[i];
    return a;
}
