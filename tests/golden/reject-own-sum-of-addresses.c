/* A sum of addresses. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    uintptr_t sum = 0;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        sum += (uintptr_t)malloc(16);
    printf("%d\n", sum != 0);
    return 0;
}
