/* verdict: proven */
/* Conditional writes to shared elements. */
#include "show.h"

int main(void)
{
    int a[42], b[40];

    FILL(a, 42, 5);
    for (int i = 0; i < 40; i++)
        b[i] = i * 7 % 4;
#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < 40; i++) {
        if (b[i] == 1)
            a[i] = 100 + i;
        if (b[i] == 2)
            a[i + 1] = 200 + i;
        if (b[i] == 3)
            a[i + 2] = 5;
    }
    SHOW("%d", a, 42);
    return 0;
}
