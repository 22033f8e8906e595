/* An address read as a number out of a union. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

uintptr_t result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        union {
            void *p;
            uintptr_t number;
        } both;
        both.p = malloc(8);
        result[i] = both.number;
    }
    printf("%d\n", result[3] != 0);
    return 0;
}
