/* verdict: proven */
/* A goto under a condition on the counter; behind the label both paths meet. */
#include "show.h"

int main(void)
{
    int a[24], b[24], c[24];

    FILL(a, 24, -1);
    FILL(b, 24, -1);
    FILL(c, 24, -1);
#pragma ppar for
    for (int i = 0; i < 20; i++) {
        if (i < 5)
            goto past;
        b[i] = 1;
        if (i > 15)
            goto past;
        c[i] = 2;
    past:
        a[i] = 7;
    }
    SHOW("%d", a, 24);
    SHOW("%d", b, 24);
    SHOW("%d", c, 24);
    return 0;
}
