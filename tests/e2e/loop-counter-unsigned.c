/* verdict: proven */
/* Unsigned counters, up, and down to 0 in the only way that ends. */
#include "show.h"

int main(void)
{
    unsigned n = 18, i;
    int a[20], b[20];

    FILL(a, 20, -1);
    FILL(b, 20, -1);
#pragma ppar for
    for (i = 1; i < n; i++)
        a[i] = (int)i;
    printf("%u\n", i);
#pragma ppar for
    for (i = n; i > 0; i--)
        b[i] = (int)i;
    printf("%u\n", i);
    SHOW("%d", a, 20);
    SHOW("%d", b, 20);
    return 0;
}
