/* verdict: proven */
/* Reductions and last values when the if clause says no. */
#include "show.h"

int main(void)
{
    int s = 5, m = -3, last = 0, a[20];
    double d = 0.1, x = -0.0;

    FILL(a, 20, -1);
#pragma ppar for if (0)
    for (int i = 1; i < 15; i++) {
        s += i;
        d += 0.1 * i;
        if (i > m)
            m = i;
        last = i;
        a[i] = i;
        printf("%d ", i);
    }
#pragma ppar for if (s == 0)
    for (int i = 1; i < 15; i++)
        x -= 0.0;
    printf("%d %a %d %d %a\n", s, d, m, last, x);
    SHOW("%d", a, 20);
    return 0;
}
