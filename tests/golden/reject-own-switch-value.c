/* An address as a number in one case of a switch. */
#include <stdlib.h>

static long out[10];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 10; i++) {
        long v = 0;
        switch (i) {
        case 1: v = 3; break;
        default: v = (long)malloc(3);
        }
        out[i] = v;
    }
    return out[3] == 0;
}
