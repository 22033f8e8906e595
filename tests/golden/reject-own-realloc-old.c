/* An old block is reallocated, and moves. */
#include <stdio.h>
#include <stdlib.h>

static char *result[100];

int main(void)
{
    for (int i = 0; i < 100; i++)
        result[i] = malloc(8);
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = realloc(result[i], 1000);
    printf("%d\n", result[3] != NULL);
    return 0;
}
