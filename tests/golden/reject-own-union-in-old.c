/* An address read as a number out of a scratch union. */
#include <stdlib.h>

static union { char *p; long n; } scratch;
static long out[10];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        scratch.p = malloc(3);
        out[i] = scratch.n;
    }
    return out[3] == 0;
}
