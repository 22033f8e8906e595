/* args: 3 -4 */
/* The step is known at run time only. */
#include "show.h"

#include <stdlib.h>

int main(int argc, char **argv)
{
    int up = argc > 1 ? atoi(argv[1]) : 2;
    int down = argc > 2 ? atoi(argv[2]) : -2;
    int a[30], b[30], c[30];
    int i;

    FILL(a, 30, -1);
    FILL(b, 30, -1);
    FILL(c, 30, -1);
#pragma ppar for
    for (i = 1; i < 29; i += up)
        a[i] = i;
    printf("%d\n", i);
#pragma ppar for
    for (i = 28; i > 0; i += down)
        b[i] = i;
    printf("%d\n", i);
#pragma ppar for
    for (i = 28; i >= 1; i -= up)
        c[i] = i;
    printf("%d\n", i);
    SHOW("%d", a, 30);
    SHOW("%d", b, 30);
    SHOW("%d", c, 30);
    return 0;
}
