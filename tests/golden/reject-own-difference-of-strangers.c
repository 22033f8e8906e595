/* An own block, as a distance from old memory. */
#include <stdio.h>
#include <stdlib.h>

static char base[8];
long result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *p = malloc(8);
        result[i] = p - base;
    }
    printf("%d\n", result[3] != 0);
    return 0;
}
