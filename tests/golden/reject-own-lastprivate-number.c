/* An address as a number, as a last value. */
#include <stdint.h>
#include <stdlib.h>

int main(void)
{
    uintptr_t last = 0;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        last = ~(uintptr_t)malloc(8);
    return last == 0;
}
