/* verdict: proven */
/* / and % by constants, with C's rounding towards 0. */
#include "show.h"

int main(void)
{
    int in[24], out[24], half[24], wheel[24], both[24];

    for (int i = 0; i < 24; i++)
        in[i] = 3 * i;
    FILL(out, 24, -1);
    FILL(half, 24, -1);
    FILL(wheel, 24, -1);
    FILL(both, 24, -1);
#pragma ppar for
    for (int i = 1; i < 23; i++)
        out[i] = in[i / 3] + in[i % 5];
#pragma ppar for
    for (int i = -20; i < 21; i++)
        half[i / 2 + 11] = i; /* the later one stands: 0 is hit by -1, 0 and 1 */
#pragma ppar for
    for (int i = -20; i < 21; i++)
        wheel[i % 7 + 8] = i;
#pragma ppar for
    for (int i = 0; i < 20; i++)
        both[i / 5 * 5 + i % 5 + 2] = i;
    SHOW("%d", out, 24);
    SHOW("%d", half, 24);
    SHOW("%d", wheel, 24);
    SHOW("%d", both, 24);
    return 0;
}
