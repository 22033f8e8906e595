/* verdict: proven */
/* bool arrays. */
#include "show.h"

#include <stdbool.h>

int main(void)
{
    bool odd[20], big[20];

    FILL(odd, 20, false);
    FILL(big, 20, true);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        odd[i] = i & 1;
        big[i] = i * i > 100;
    }
    SHOW("%d", odd, 20);
    SHOW("%d", big, 20);
    return 0;
}
