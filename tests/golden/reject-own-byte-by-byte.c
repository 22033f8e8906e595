/* A pointer's bytes, one by one. */
#include <stdio.h>
#include <stdlib.h>

unsigned char result[100][8];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *p = malloc(8);
        const unsigned char *from = (const unsigned char *)&p;
        for (int k = 0; k < 8; k++)
            result[i][k] = from[k];
    }
    printf("%d\n", result[3][0]);
    return 0;
}
