/* Compound literals, designated initializers, _Generic, _Static_assert, _Alignas. */
#include "show.h"

struct point {
    int x, y;
};

static int norm(struct point p)
{
    return p.x * p.x + p.y * p.y;
}

int main(void)
{
    int a[12], b[12];

    FILL(a, 12, -1);
    FILL(b, 12, -1);
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        _Static_assert(sizeof(int) >= 2, "int");
        _Alignas(16) int t[4] = {[2] = i};
        struct point p = (struct point){.y = i, .x = 1};

        a[i] = norm(p) + norm((struct point){i, i}) + t[2] + t[0];
        b[i] = _Generic(i, int : 1, default : 2);
    }
    SHOW("%d", a, 12);
    SHOW("%d", b, 12);
    return 0;
}
