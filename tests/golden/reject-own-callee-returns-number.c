/* An address as a number, returned by a function. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uintptr_t make(void)
{
    return (uintptr_t)malloc(16) + 1;
}
uintptr_t result[100];

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = make();
    printf("%d\n", result[3] != 0);
    return 0;
}
