/* An address as a number, in a record. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct handle {
    uintptr_t address;
    int size;
} result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        struct handle h;
        h.address = (uintptr_t)malloc(8);
        h.size = 8;
        result[i] = h;
    }
    printf("%d\n", result[3].address != 0);
    return 0;
}
