/* An address as a number, through an array of the iteration. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

long result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        intptr_t cell[2];
        cell[1] = (intptr_t)malloc(8);
        result[i] = cell[1];
    }
    printf("%d\n", result[3] != 0);
    return 0;
}
