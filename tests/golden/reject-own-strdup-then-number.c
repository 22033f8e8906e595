/* A remainder of an address. */
#include <stdint.h>
#include <string.h>

static unsigned out[10];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        char *s = strdup("x");
        out[i] = (unsigned)(uintptr_t)s % 1000u;
    }
    return out[3] == 3;
}
