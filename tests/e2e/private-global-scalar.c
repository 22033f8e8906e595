/* verdict: proven */
/* Globals used for passing values to and from a callee. */
#include "show.h"

static double in_x, in_y, out_r;

static void norm(void)
{
    out_r = in_x * in_x + in_y * in_y;
}

int main(void)
{
    double a[20];

    FILL(a, 20, -1);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        in_x = i;
        in_y = 2 * i;
        norm();
        a[i] = out_r;
    }
    SHOW("%g", a, 20);
    return 0;
}
