/* Some bits of an address. */
#include <stdint.h>
#include <stdlib.h>

static struct { unsigned low : 12; } result[100];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        result[i].low = (unsigned)(uintptr_t)malloc(99) & 4095;
    return result[3].low;
}
