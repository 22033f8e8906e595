/* verdict: proven */
/* Conditions on the counter decide which elements are written. */
#include "show.h"

int main(void)
{
    int a[30];

    FILL(a, 30, -1);
#pragma ppar for
    for (int i = 1; i < 29; i++) {
        if (i < 10)
            a[i] = 1;
        else if (i >= 20 && i != 25)
            a[i] = 2;
        if (i == 15)
            a[i] = 3;
    }
    SHOW("%d", a, 30);
    return 0;
}
