/* verdict: proven */
/* flags: -DWIDE=1 */
/* Preprocessor directives inside the body. */
#include "show.h"

int main(void)
{
    int a[16];

    FILL(a, 16, -1);
#pragma ppar for
    for (int i = 1; i < 15; i++) {
#if WIDE
        int x = 100 * i;
#else
        int x = i;
        this is not C
#endif
#define TWICE(x) (2 * (x))
        a[i] = TWICE(x);
#undef TWICE
    }
    SHOW("%d", a, 16);
    return 0;
}
