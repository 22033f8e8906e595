/* verdict: proven */
/* Inner counters and sums that are read after the loop. */
#include "show.h"

int main(void)
{
    int a[12], j, sum;

    FILL(a, 12, -1);
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        sum = 0;
        for (j = 0; j < i; j += 2)
            sum += j;
        a[i] = sum;
    }
    SHOW("%d", a, 12);
    printf("%d %d\n", j, sum);
    return 0;
}
