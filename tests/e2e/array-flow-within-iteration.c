/* verdict: proven */
/* An iteration reads what it has written itself; neighbours write it too, and that is no matter. */
#include "show.h"

int main(void)
{
    int a[24], b[24];

    FILL(a, 24, -1);
    FILL(b, 24, -1);
#pragma ppar for
    for (int i = 1; i < 22; i++) {
        a[i] = i;
        a[i + 1] = -i;
        b[i] = a[i] + a[i + 1];
    }
    SHOW("%d", a, 24);
    SHOW("%d", b, 24);
    return 0;
}
