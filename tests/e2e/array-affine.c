/* verdict: proven */
/* Affine subscripts: strides, offsets, negative strides, an invariant symbol. */
#include "show.h"

int main(void)
{
    int a[40], b[40], c[40], d[40], m = 5;

    FILL(a, 40, -1);
    FILL(b, 40, -1);
    FILL(c, 40, -1);
    FILL(d, 40, -1);
#pragma ppar for
    for (int i = 0; i < 12; i++)
        a[3 * i + 2] = i;
#pragma ppar for
    for (int i = 0; i < 18; i++) {
        b[2 * i + 2] = i;
        b[2 * i + 3] = -i;
    }
#pragma ppar for
    for (int i = 0; i < 12; i++)
        c[38 - 3 * i] = i;
#pragma ppar for
    for (int i = 0; i < 20; i++)
        d[i + m] = i;
    SHOW("%d", a, 40);
    SHOW("%d", b, 40);
    SHOW("%d", c, 40);
    SHOW("%d", d, 40);
    return 0;
}
