/* verdict: proven */
/* != with a step that meets its bound, up and down. */
#include "show.h"

int main(void)
{
    int a[24], b[24], c[24];
    int i;

    FILL(a, 24, -1);
    FILL(b, 24, -1);
    FILL(c, 24, -1);
#pragma ppar for
    for (i = 2; i != 22; i++)
        a[i] = i;
    printf("%d\n", i);
#pragma ppar for
    for (i = 21; i != 1; i--)
        b[i] = i;
    printf("%d\n", i);
#pragma ppar for
    for (i = 2; i != 23; i += 3)
        c[i] = i;
    printf("%d\n", i);
    SHOW("%d", a, 24);
    SHOW("%d", b, 24);
    SHOW("%d", c, 24);
    return 0;
}
