/* A hash of the address of a local variable. */
#include <stdint.h>

static unsigned out[10];
static unsigned mix(uint64_t x) { x ^= x >> 33; x *= 0xff51afd7ed558ccdULL; return (unsigned)(x >> 7); }
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        int local = i;
        out[i] = mix((uint64_t)(uintptr_t)&local);
    }
    return out[3] == 3;
}
