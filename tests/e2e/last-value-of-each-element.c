/* verdict: proven */
/* Each element of the scratch array has another last writer. */
#include "show.h"

static int t[12];

int main(void)
{
    int a[12];

    FILL(a, 12, -1);
    FILL(t, 12, -9);
#pragma ppar for schedule(dynamic, 1)
    for (int i = 1; i < 11; i++) {
        for (int k = 0; k < 11 - i; k++)
            t[k] = 100 * i + k;
        a[i] = t[0];
    }
    SHOW("%d", a, 12);
    SHOW("%d", t, 12);
    return 0;
}
