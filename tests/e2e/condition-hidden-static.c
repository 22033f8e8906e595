/* verdict: proven */
/* The condition hangs on a static variable of the body, which hides another one. */
#include "show.h"

int main(void)
{
    int a[40], n = 2;

    FILL(a, 40, -1);
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 40; i++) {
        static int n = 20;
        if (i < n)
            a[i] = i;
    }
    SHOW("%d", a, 40);
    printf("%d\n", n);
    return 0;
}
