/* verdict: proven */
/* A dozen outputs of one loop. */
#include "show.h"

static int a[12], b[12], c[12], d[12], e[12], f[12];
static double g[12], h[12];
static char j[12];

int main(void)
{
    short k[12];
    long l[12];
    float m[12];

    FILL(j, 12, '?');
    FILL(k, 12, -1);
    FILL(l, 12, -1);
    FILL(m, 12, -1);
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        a[i] = i;
        b[i] = a[i] + 1;
        c[i] = b[i] + 1;
        d[i] = c[i] + 1;
        e[i] = d[i] + 1;
        f[i] = e[i] + 1;
        g[i] = f[i] + 0.5;
        h[i] = g[i] + 0.5;
        j[i] = (char)('a' + i);
        k[i] = (short)-i;
        l[i] = 1000000000L * i;
        m[i] = 0.5f * (float)i;
    }
    SHOW("%d", a, 12);
    SHOW("%d", b, 12);
    SHOW("%d", c, 12);
    SHOW("%d", d, 12);
    SHOW("%d", e, 12);
    SHOW("%d", f, 12);
    SHOW("%g", g, 12);
    SHOW("%g", h, 12);
    SHOW("%c", j, 12);
    SHOW("%d", k, 12);
    SHOW("%ld", l, 12);
    SHOW("%g", m, 12);
    return 0;
}
