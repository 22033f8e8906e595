/* An address with a bit added, as a number. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

uintptr_t result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int *p = malloc(sizeof *p);
        result[i] = (uintptr_t)p | 1;
    }
    printf("%d\n", result[3] != 0);
    return 0;
}
