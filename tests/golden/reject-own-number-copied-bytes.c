/* A pointer's bytes, copied. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char result[100][8];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *p = malloc(8);
        memcpy(result[i], &p, sizeof p);
    }
    printf("%d\n", result[3][0]);
    return 0;
}
