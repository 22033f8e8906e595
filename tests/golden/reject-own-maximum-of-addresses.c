/* The maximum of addresses. */
#include <stdint.h>
#include <stdlib.h>

int main(void)
{
    uintptr_t most = 0;
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        uintptr_t u = (uintptr_t)malloc(8);
        if (u > most)
            most = u;
    }
    return most == 0;
}
