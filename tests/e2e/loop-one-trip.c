/* verdict: proven */
/* One iteration. */
#include "show.h"

int main(void)
{
    int a[3] = {-1, -1, -1};
    int i;

#pragma ppar for
    for (i = 1; i < 2; i++)
        a[i] = 5;
    printf("%d\n", i);
    SHOW("%d", a, 3);
    return 0;
}
