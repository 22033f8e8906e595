/* verdict: proven */
/* Elements that are written only when a condition on the data holds. */
#include "show.h"

int main(void)
{
    int x[24], a[24], b[24];

    for (int i = 0; i < 24; i++)
        x[i] = i * 7 % 10 - 4;
    FILL(a, 24, -1);
    FILL(b, 24, -2);
#pragma ppar for
    for (int i = 1; i < 23; i++) {
        if (x[i] > 0)
            a[i] = x[i];
        else if (x[i] < -2)
            b[i] = x[i];
    }
    SHOW("%d", a, 24);
    SHOW("%d", b, 24);
    return 0;
}
