/* A recursive function returns an address as a number. */
#include <stdint.h>
#include <stdlib.h>

static uintptr_t deep(int d)
{
    if (d == 0) return (uintptr_t)malloc(8);
    return deep(d - 1) + 1;
}
static uintptr_t result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i] = deep(3);
    return result[3] == 0;
}
