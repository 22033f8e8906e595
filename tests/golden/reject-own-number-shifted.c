/* A part of an address, as a number. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

uint32_t result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        char *p = malloc(8);
        uintptr_t u = (uintptr_t)p;
        result[i] = (uint32_t)(u >> 12);
    }
    printf("%d\n", result[3] != 0);
    return 0;
}
