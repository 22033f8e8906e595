/* An address as a number, where an index array says. */
#include <stdint.h>
#include <stdlib.h>

static double v[100];
static uintptr_t out[100];
static int idx[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (v[i] >= 0)
            out[idx[i]] = (uintptr_t)malloc(8) >> 3;
    return out[0] == 0;
}
