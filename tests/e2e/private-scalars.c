/* verdict: proven */
/* Outer scalars that each iteration writes first: of every type, and never read afterwards. */
#include "show.h"

int main(void)
{
    int a[20], t, u;
    double d;
    const char *s;
    struct {
        int x, y;
    } p;

    FILL(a, 20, -1);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        t = 2 * i;
        u = t + 1;
        d = 0.5 * u;
        s = i % 2 ? "odd" : "even";
        p.x = (int)d;
        p.y = s[0];
        a[i] = t + u + p.x + p.y;
    }
    SHOW("%d", a, 20);
    return 0;
}
