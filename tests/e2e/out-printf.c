/* verdict: proven */
/* printf in the body: the lines come in iteration order, before and after what surrounds them. */
#include "show.h"

int main(void)
{
    int a[30];

    FILL(a, 30, -1);
    printf("before");
#pragma ppar for schedule(dynamic, 1)
    for (int i = 1; i < 29; i++) {
        printf("iteration %d of %s\n", i, "many");
        a[i] = 2 * i;
        if (i % 5 == 0)
            printf("%d is a multiple of %d, %g%%", i, 5, 0.5 * i);
    }
    printf("after\n");
    SHOW("%d", a, 30);
    return 0;
}
