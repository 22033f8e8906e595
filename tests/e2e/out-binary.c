/* verdict: proven */
/* Every byte value. */
#include "show.h"

int main(void)
{
#pragma ppar for
    for (int i = 0; i < 256; i++) {
        putchar(i);
        putchar(255 - i);
    }
    return 0;
}
