/* A recursive function stores an address as a number. */
#include <stdint.h>
#include <stdlib.h>

static uintptr_t result[100];
static void deep(int d, int i)
{
    if (d == 0) { result[i] = (uintptr_t)malloc(8); return; }
    deep(d - 1, i);
}
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        deep(3, i);
    return result[3] == 0;
}
