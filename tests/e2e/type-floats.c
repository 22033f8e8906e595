/* verdict: proven */
/* float, double, long double. */
#include "show.h"

int main(void)
{
    float f[12];
    double d[12];
    long double l[12];

    FILL(f, 12, -1.0f);
    FILL(d, 12, -1.0);
    FILL(l, 12, -1.0L);
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        f[i] = 1.0f / (float)i;
        d[i] = 1.0 / i;
        l[i] = 1.0L / i;
    }
    SHOW("%a", f, 12);
    SHOW("%a", d, 12);
    SHOW("%La", l, 12);
    return 0;
}
