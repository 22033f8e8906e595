/* verdict: proven */
/* Sums that may get no update at all keep the sign of their zero. */
#include "show.h"

int main(void)
{
    double s = -0.0, p = -1.0, d = -0.0;
    float f = -0.0f;
    int x[20] = {0};

#pragma ppar for
    for (int i = 0; i < 20; i++)
        if (x[i])
            s += 1.0;
#pragma ppar for
    for (int i = 0; i < 20; i++)
        if (x[i])
            p *= 2.0;
#pragma ppar for
    for (int i = 0; i < 20; i++)
        if (x[i])
            d -= 1.0;
#pragma ppar for
    for (int i = 0; i < 20; i++)
        if (x[i])
            f += 1.0f;
    printf("%a %a %a %a\n", s, p, d, f);
#pragma ppar for
    for (int i = 0; i < 20; i++)
        if (i == 7)
            s += -0.0;
#pragma ppar for
    for (int i = 0; i < 20; i++)
        if (i == 7)
            d -= 0.0;
    printf("%a %a\n", s, d);
    return 0;
}
