/* verdict: proven */
/* Conditional writes to shared elements, some of which store the old value. */
#include "show.h"

int main(void)
{
    int a[10], b[40];

    FILL(a, 10, 5);
    for (int i = 0; i < 40; i++)
        b[i] = i % 4;
#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < 40; i++)
        if (b[i] != 1)
            a[i / 4] = b[i] == 3 ? 5 : i;
    SHOW("%d", a, 10);
#pragma ppar for schedule(dynamic, 3)
    for (int i = 0; i < 40; i++)
        if (b[i] != 3)
            a[i / 4] = i;
    SHOW("%d", a, 10);
    return 0;
}
