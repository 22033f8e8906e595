/* verdict: proven */
/* The loop stands in one branch of an #if; the other has a loop that is not compiled. */
#include "show.h"

int main(void)
{
    int a[16];

    FILL(a, 16, -1);
#ifdef NEVER_DEFINED
#pragma ppar for
    for (int i = 1; i < 15; i++)
        a[i] = a[i - 1] + not_declared;
#else
#pragma ppar for
    for (int i = 1; i < 15; i++)
        a[i] = 4 * i;
#endif
    SHOW("%d", a, 16);
    return 0;
}
