/* verdict: proven */
/* <= includes its bound; pre-increment. */
#include "show.h"

int main(void)
{
    int a[24];

    FILL(a, 24, -1);
#pragma ppar for
    for (int i = 2; i <= 21; ++i)
        a[i] = 3 * i;
    SHOW("%d", a, 24);
    return 0;
}
