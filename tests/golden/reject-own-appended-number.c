/* Addresses as numbers, appended. */
#include <stdint.h>
#include <stdlib.h>

static double v[100];
static uintptr_t out[100];
int main(void)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (v[i] > 0)
            out[n++] = (uintptr_t)malloc(8);
    return n;
}
