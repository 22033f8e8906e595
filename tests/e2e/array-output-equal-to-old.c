/* verdict: proven */
/* The last write stores the value from before the loop: it must still win over the earlier ones. */
#include "show.h"

int main(void)
{
    int a[10];

    FILL(a, 10, -1);
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 32; i++)
        a[i / 4 + 1] = i % 4 == 3 ? -1 : i;
    SHOW("%d", a, 10);
    return 0;
}
