/* 64-bit counters that start at the end of their range and count down to where they can be used. */
#include "show.h"

#include <limits.h>

int main(void)
{
    int a[12], b[12], i_trips = 0;
    long long i;
    unsigned long long u;

    FILL(a, 12, -1);
    FILL(b, 12, -1);
#pragma ppar for
    for (i = LLONG_MAX - 3; i > 4; i -= LLONG_MAX / 2) {
        a[i % 11] = 1;
        i_trips++;
    }
    printf("%lld %d\n", i, i_trips);
#pragma ppar for
    for (u = 0; u < ULLONG_MAX - 5; u += ULLONG_MAX / 4)
        b[u % 11] = 1;
    printf("%llu\n", u);
    SHOW("%d", a, 12);
    SHOW("%d", b, 12);
    return 0;
}
