/* verdict: proven */
/* A negative counter against an unsigned bound: C compares as unsigned, and there is no iteration.
 */
#include "show.h"

#pragma GCC diagnostic ignored "-Wsign-compare"

int main(void)
{
    int a[12];
    unsigned n = 3;
    int i;

    FILL(a, 12, -1);
#pragma ppar for
    for (i = -5; i < n; i++)
        a[i + 5] = i;
    printf("%d\n", i);
    SHOW("%d", a, 12);
    return 0;
}
