/* Bounds as far apart as the type allows, with a step that makes it a few iterations. */
#include "show.h"

#include <limits.h>

int main(void)
{
    long long a[12];
    int i;

    FILL(a, 12, -1);
#pragma ppar for
    for (i = INT_MIN; i <= INT_MAX - 500000000; i += 400000000)
        a[(i - (long long)INT_MIN) / 400000000 + 1] = i;
    printf("%d\n", i);
    SHOW("%lld", a, 12);
    return 0;
}
