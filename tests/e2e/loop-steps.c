/* verdict: proven */
/* Every way to write the step, and the counter's value after the loop. */
#include "show.h"

int main(void)
{
    int a[40], b[40], c[40], d[40], e[40], f[40];
    int i;

    FILL(a, 40, -1);
    FILL(b, 40, -1);
    FILL(c, 40, -1);
    FILL(d, 40, -1);
    FILL(e, 40, -1);
    FILL(f, 40, -1);
#pragma ppar for
    for (i = 1; i < 39; i += 3)
        a[i] = i;
    printf("%d\n", i);
#pragma ppar for
    for (i = 38; i > 0; i -= 4)
        b[i] = i;
    printf("%d\n", i);
#pragma ppar for
    for (i = 1; i <= 37; i = i + 5)
        c[i] = i;
    printf("%d\n", i);
#pragma ppar for
    for (i = 1; i < 39; i = 7 + i)
        d[i] = i;
    printf("%d\n", i);
#pragma ppar for
    for (i = 38; i >= 1; i = i - 6)
        e[i] = i;
    printf("%d\n", i);
#pragma ppar for
    for (i = 38; i > 5; i += -2)
        f[i] = i;
    printf("%d\n", i);
    SHOW("%d", a, 40);
    SHOW("%d", b, 40);
    SHOW("%d", c, 40);
    SHOW("%d", d, 40);
    SHOW("%d", e, 40);
    SHOW("%d", f, 40);
    return 0;
}
