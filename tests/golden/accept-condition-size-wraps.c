/* Differences of sizes that wrap round decide who writes last; their comparison cannot be repeated. */
#include <stddef.h>

int a[2];

void f(size_t n)
{
#pragma ppar for schedule(static, 1)
    for (size_t i = 0; i < 60; i++) {
        if (n - i < 15)
            a[0] = (int)i;
        if (i - n < 15)
            a[1] = (int)i;
    }
}
