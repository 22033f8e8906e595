/* verdict: proven */
/* Outer scalars that are read after the loop hold what the last iteration wrote. */
#include "show.h"

int global;

int main(void)
{
    int a[20], t = -1, i;
    double d = -1;
    struct {
        int x;
        char c;
    } s = {-1, 'z'};

    FILL(a, 20, -1);
#pragma ppar for schedule(dynamic, 1)
    for (i = 1; i < 19; i += 4) {
        t = 10 * i;
        d = 0.25 * i;
        s.x = t + 1;
        global = t + 2;
        a[i] = t;
    }
    SHOW("%d", a, 20);
    printf("%d %d %g %d %c %d\n", i, t, d, s.x, s.c, global);
    return 0;
}
