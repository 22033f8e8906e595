/* A pointer to a compound literal. */
#include <stdio.h>

static int *result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = (int[]){i, i};
    printf("%d\n", result[3] != NULL);
    return 0;
}
