/* verdict: proven */
/* Arrays that are members of a global struct, a local one and a nested one. */
#include "show.h"

struct inner {
    int before, v[10], after;
};

static struct {
    int a[10];
    struct inner in;
    int b[10];
} g;

int main(void)
{
    struct inner local = {-7, {0}, -8};

    FILL(g.a, 10, -1);
    FILL(g.b, 10, -2);
    FILL(g.in.v, 10, -3);
    FILL(local.v, 10, -4);
    g.in.before = g.in.after = 99;
#pragma ppar for
    for (int i = 1; i < 9; i++) {
        g.a[i] = i;
        g.in.v[i] = g.a[i] * 2;
        g.b[i] = g.in.v[i] * 2;
        local.v[i] = g.b[i] * 2;
    }
    SHOW("%d", g.a, 10);
    SHOW("%d", g.in.v, 10);
    SHOW("%d", g.b, 10);
    SHOW("%d", local.v, 10);
    printf("%d %d %d %d\n", g.in.before, g.in.after, local.before, local.after);
    return 0;
}
