/* verdict: proven */
/* if(e): parallel or serial, the same results. */
#include "show.h"

static int n = 10;

int main(void)
{
    int a[20];

    (void)n; /* used by the pragmas alone */
    FILL(a, 20, -1);
#pragma ppar for if (n > 100)
    for (int i = 1; i < 19; i++)
        a[i] = i;
    SHOW("%d", a, 20);
#pragma ppar for if (n > 5 && a[1] == 1)
    for (int i = 1; i < 19; i++)
        a[i] += i;
    SHOW("%d", a, 20);
#pragma ppar for if (0)
    for (int i = 1; i < 19; i++)
        printf("%d ", a[i]);
    printf("\n");
#pragma ppar for if (a[1])
    for (int i = 1; i < 19; i++)
        printf("%d ", a[i]);
    printf("\n");
    return 0;
}
