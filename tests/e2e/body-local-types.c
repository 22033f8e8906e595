/* verdict: proven */
/* Types, enumerators and a prototype declared in the body. */
#include "show.h"

int main(void)
{
    int a[12];

    FILL(a, 12, -1);
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        struct pair {
            int x, y;
        };
        enum { HUNDRED = 100 };
        typedef struct pair pair_t;
        pair_t p = {i, HUNDRED};

        a[i] = p.x + p.y;
    }
    SHOW("%d", a, 12);
    return 0;
}
